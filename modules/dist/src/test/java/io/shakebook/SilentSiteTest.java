// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.kubernetes.Deadlines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The primary's whole site is there and says nothing, through the whole program: it costs a deadline and no more, the rest
 * is shown, and nothing is written. Real time only guards against hanging.
 */
@Timeout(120)
class SilentSiteTest extends DemoStory {
    private static final Deadlines SHORT =
            new Deadlines(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(1));

    /** What the site does with who comes. */
    enum Manner {
        NEVER_ACCEPTS(""),
        NEVER_ANSWERS(""),
        STOPS_AFTER_THE_HEAD("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"),
        STOPS_IN_THE_BODY("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"kind\"\r\n");

        private final String begins;

        Manner(String begins) {
            this.begins = begins;
        }
    }

    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket port;

    @BeforeEach
    void open() throws IOException {
        port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        port.close();
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void costsADeadlineAndIsSaidByEachCommandAndNothingIsWritten(Manner manner) throws Exception {
        if (manner != Manner.NEVER_ACCEPTS) {
            daemon(() -> accept(manner));
        }
        site.impatient(SHORT).serve();
        site.playbook("test", playbook("primary") + phase("standby", ""));
        site.edit(
                "demo/inventory.yaml", "    embedded: site-a.yaml", "    kubeconfig: ../kubeconfig\n    context: gone");
        Files.writeString(
                site.file("kubeconfig"),
                "contexts: [{name: gone, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {token: t0ps3cret}}]\n"
                        + "clusters: [{name: c, cluster: {server: \"" + url() + "\"}}]\n");
        Map<String, String> before = site.versions();
        String why = "no whole answer within 300 ms from " + url();

        DemoSite.Result plan = site.shakebook("plan", "test");
        plan.exits(69).says("site-a cannot be reached", why, "preview of the rest; it cannot be run", "redis-b/note");
        DemoSite.Result run = site.run("test");
        run.exits(69).says("site-a cannot be reached", why);
        DemoSite.Result drift = site.shakebook("drift", "test");
        drift.exits(69).says("site-a", why, "redis-b/note");

        assertThat(site.versions()).isEqualTo(before);
        assertThat(plan + "" + run + drift).doesNotContain("t0ps3cret", "Exception");
        assertThat(requests.get()).as("asked in vain by three commands").isLessThanOrEqualTo(12);
    }

    private String url() {
        return "http://127.0.0.1:" + port.getLocalPort();
    }

    private static String playbook(String side) {
        return "playbook: redis-dr/test\nparameters:\n  pair: { type: redis-pair }\nphases:\n" + phase(side, "");
    }

    private static String phase(String side, String needs) {
        return """
                  - name: SIDE
                    needs: [NEEDS]
                    cluster: ${pair.SIDE.cluster}
                    namespace: ${pair.SIDE.namespace}
                    steps:
                      - name: note-SIDE
                        configmap:
                          name: note
                          data: { a.txt: hello }
                """.replace("SIDE", side).replace("NEEDS", needs);
    }

    private void accept(Manner manner) throws IOException {
        while (true) {
            Socket caller = port.accept();
            daemon(() -> {
                try (caller) {
                    caller.getInputStream().read(new byte[8192]);
                    requests.incrementAndGet();
                    caller.getOutputStream().write(manner.begins.getBytes(StandardCharsets.US_ASCII));
                    caller.getOutputStream().flush();
                    while (caller.getInputStream().read() >= 0) {
                        continue;
                    }
                }
            });
        }
    }

    /** Ends when its socket is closed. */
    private interface Serving {
        void run() throws IOException;
    }

    private static void daemon(Serving serving) {
        Thread thread = new Thread(() -> {
            try {
                serving.run();
            } catch (IOException closed) {
                // the caller went away, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
