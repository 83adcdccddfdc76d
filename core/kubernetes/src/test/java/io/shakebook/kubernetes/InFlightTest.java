// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.ObjectRef;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many requests a cluster gets at once, as it sees them. */
@Timeout(60)
class InFlightTest {
    private static final int ALLOWED = 3;
    private static final byte[] NOT_FOUND =
            "{\"kind\":\"Status\",\"reason\":\"NotFound\",\"code\":404}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger inFlight = new AtomicInteger();
    private final CyclicBarrier meeting = new CyclicBarrier(ALLOWED); // an answer comes when so many are there
    private final CountDownLatch oneMore = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            if (inFlight.incrementAndGet() > ALLOWED) {
                oneMore.countDown();
            }
            try {
                meeting.await(20, TimeUnit.SECONDS);
                oneMore.await(100, TimeUnit.MILLISECONDS); // time enough for one that must not come
            } catch (Exception e) {
                throw new IllegalStateException("fewer at once than may be", e);
            } finally {
                inFlight.decrementAndGet();
            }
            exchange.sendResponseHeaders(404, NOT_FOUND.length);
            exchange.getResponseBody().write(NOT_FOUND);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void asManyAsTheInventoryAllowsTheClusterAndNotOneMore() throws Exception {
        try (KubernetesClusters clusters = clusters(ALLOWED)) {
            List<Future<?>> reads = new ArrayList<>();
            for (int each = 0; each < 3 * ALLOWED; each++) {
                ObjectRef object = new ObjectRef(Kind.CONFIG_MAP, "space", "x-" + each);
                reads.add(threads.submit(() -> clusters.view("a").get(object)));
            }
            for (Future<?> read : reads) {
                assertThat(read.get()).isEqualTo(Optional.empty());
            }
        }
        assertThat(oneMore.getCount()).isOne();
    }

    private KubernetesClusters clusters(int parallel) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Path nowhere = Path.of("");
        return new KubernetesClusters(
                List.of(new ClusterEntry("a", new ClusterEntry.Embedded("x"), Optional.empty(), parallel)),
                cluster -> uri,
                new Surroundings(Map.of(), nowhere, nowhere, Set.of()),
                Deadlines.USUAL,
                Clock.systemUTC(),
                new SystemTiming());
    }
}
