// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AccessCheckTest {

    @Test
    void aClusterThatAnswersSlowlyDoesNotKeepAllThreadsFromAnother() throws Exception {
        CountDownLatch otherAsked = new CountDownLatch(1);
        List<Need> needs = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            needs.add(need("slow", "c" + number));
            needs.add(need("swift", "c" + number));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            AccessCheck.Found found = new AccessCheck(new SlowBeside(otherAsked), threads).ask(needs);
            assertThat(found.unknown()).isEmpty();
            assertThat(found.missing()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void clustersTakeTurnsUntilNothingIsLeftOfAny() {
        assertThat(AccessCheck.inTurn(List.of(need("a", "1"), need("a", "2"), need("a", "3"), need("b", "1"))))
                .extracting(need -> need.cluster() + need.name())
                .containsExactly("a1", "b1", "a2", "a3");
    }

    private static Need need(String cluster, String name) {
        return new Need(cluster, "ns", "", "configmaps", "get", name);
    }

    /** Of the cluster "slow" no answer comes before the other one was asked. */
    private record SlowBeside(CountDownLatch otherAsked) implements AccessReviews {
        @Override
        public Answer may(Need need) throws Unanswered {
            if (need.cluster().equals("swift")) {
                otherAsked.countDown();
            } else if (!asked()) {
                throw new Unanswered(need.cluster(), "the other cluster was not asked meanwhile");
            }
            return new Answer(true, "");
        }

        private boolean asked() {
            try {
                return otherAsked.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public String self(String cluster) {
            return "";
        }

        @Override
        public String resource(String cluster, Kind kind) {
            return "";
        }
    }
}
