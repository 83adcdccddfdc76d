// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void aClusterThatGaveNoAnswerIsNotAskedAnyFurtherAndItsFirstReasonCounts() throws Exception {
        List<Need> needs = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            needs.add(need("dark", "c" + number));
            needs.add(need("swift", "c" + number));
        }
        Dark dark = new Dark();
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            AccessCheck.Found found = new AccessCheck(dark, threads).ask(needs);
            assertThat(found.unknown()).containsExactly(Map.entry("dark", "no whole answer 1"));
            assertThat(found.missing())
                    .hasSize(8)
                    .allMatch(need -> need.cluster().equals("swift"));
            assertThat(dark.asked).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The cluster "dark" gives no answer, the other one allows nothing. */
    private static final class Dark implements AccessReviews {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Answer may(Need need) throws Unanswered {
            if (need.cluster().equals("dark")) {
                throw new Unanswered("dark", "no whole answer " + asked.incrementAndGet());
            }
            return new Answer(false, "");
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
