// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SamplePlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Where remarks go. */
class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T21:00:00Z"), ZoneOffset.UTC);
    private final Console console = new Console(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Terminal.NONE,
            false,
            () -> 80,
            new Answers(new ByteArrayInputStream(new byte[0])));

    @Test
    void aRemarkIsALineOnStderrAndCannotMoveTheCursor() {
        console.remark("east: no answer\u001b[2J");

        assertThat(err.toString(UTF_8)).isEqualTo("east: no answer\\x1b[2J\n");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void aRunThatIsShownTakesRemarksUntilItIsLeft() {
        RunDisplay display = console.display(SamplePlan.first(), clock, false, false);
        console.remark("in the run");
        console.leave(display);
        console.remark("after it");

        assertThat(err.toString(UTF_8)).isEqualTo("0 s     slow   in the run\nafter it\n");
    }

    @Test
    void whoWantsItQuietHearsNoRemark() {
        console.hush();
        console.remark("east: no answer");

        assertThat(err.toString(UTF_8)).isEmpty();
    }
}
