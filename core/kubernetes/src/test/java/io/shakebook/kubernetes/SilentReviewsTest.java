// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.shakebook.engine.access.AccessCheck;
import io.shakebook.engine.access.Need;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that takes the questions what we may do there, more than it gets at once, and answers none. */
@Timeout(60)
class SilentReviewsTest {
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            try {
                over.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void areAskedOnceTogetherAndNotOneRoundAfterTheOther() throws Exception {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        List<Need> needs = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            needs.add(new Need("a", "ns", "", "configmaps", "get", "c" + number));
        }
        Deadlines oneTry = new Deadlines(Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMillis(510));
        try (KubernetesClusters clusters = Faults.clusters(url, oneTry, new SystemTiming())) { // two at once
            AccessCheck.Found found = new AccessCheck(clusters.access(), threads).ask(needs);

            assertThat(found.unknown()).containsOnlyKeys("a");
            assertThat(found.unknown().get("a")).isEqualTo("no whole answer within 500 ms from " + url);
            assertThat(requests)
                    .as("as many as may be in flight, and no further round")
                    .hasValueLessThanOrEqualTo(2);
        }
    }
}
