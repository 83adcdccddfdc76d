// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.kubernetes.http.PlayedTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemarksTest {
    private static final String WHY = "no whole answer within 10 s from https://east:6443";
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(250);

    private final List<String> heard = new ArrayList<>();
    private final PlayedTiming timing = new PlayedTiming();
    private final Remarks remarks = new Remarks("east", heard::add, timing);

    @Test
    void saysOfManyThatFailAtOnceOneLineEachTenSeconds() {
        remarks.again(WHY, LONG, SHORT);
        remarks.again(WHY, LONG, SHORT);
        timing.pause(Duration.ofMillis(9_999));
        remarks.again(WHY, LONG, SHORT);
        assertThat(heard).containsExactly("east: " + WHY + "; asking again");

        timing.pause(Duration.ofMillis(1));
        remarks.again("answer 503", LONG, SHORT);
        assertThat(heard).hasSize(2).last().isEqualTo("east: answer 503; asking again");
    }

    @Test
    void saysNothingOfWhatIsOverWithinAMoment() {
        remarks.again("connection reset by https://east:6443", Duration.ofMillis(1_700), SHORT);
        assertThat(heard).isEmpty();

        remarks.again("connection reset by https://east:6443", Duration.ofMillis(1_750), SHORT);
        assertThat(heard).hasSize(1);
    }

    @Test
    void saysWhenItIsAskedAgainIfThatIsLater() {
        remarks.again("answer 429", Duration.ZERO, Duration.ofSeconds(7));
        assertThat(heard).containsExactly("east: answer 429; asking again in 7 s");
    }
}
