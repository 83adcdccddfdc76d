// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The primary's whole site is dark: what needs it is refused before the first write, and what does not goes on. */
@Execution(ExecutionMode.CONCURRENT)
class DarkSiteTest extends DemoStory {
    private static final String SHAKE = "/apis/apps/v1/namespaces/redis-b/deployments/redis-shake-sync-0";
    private static final String NO_SUCH_NAME = ("x".repeat(63) + ".").repeat(4) + "example";

    private final List<String> callers = Collections.synchronizedList(new ArrayList<>());
    private ServerSocket port;

    @BeforeEach
    void openWithAPortThatCountsItsCallers() throws Exception {
        port = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread counting = new Thread(this::hangUp, "counting");
        counting.setDaemon(true);
        counting.start();
    }

    @AfterEach
    void close() throws IOException {
        port.close();
    }

    @Test
    void failoverPlansAndRunsWithoutAskingThePrimarysSite() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        site.edit(
                "demo/inventory.yaml", "    embedded: site-a.yaml", "    kubeconfig: ../kubeconfig\n    context: gone");
        for (Map.Entry<String, String> dark : waysToBeDark().entrySet()) {
            Files.writeString(site.file("kubeconfig"), dark.getValue());
            site.shakebook("plan", "failover", "--exit-code").exits(2).says("redis-b/redis-shake-sync-0");
            String file = site.file("failover.plan").toString();
            site.shakebook("plan", "failover", "--out", file).exits(0);
            site.command("apply", file, "--yes", "--confirm", "all").exits(0).says("0 failed");
            assertThat(api().get(SHAKE).value("/spec/replicas"))
                    .as(dark.getKey())
                    .isEqualTo("0");
            api().patch(ApiClient.MERGE_PATCH, SHAKE, "{spec: {replicas: 1}}").is(200);
        }
        assertThat(callers).isEmpty();
    }

    @Test
    void whatNeedsThePrimaryIsRefusedBeforeTheFirstWrite() throws Exception {
        site.serve();
        site.edit(
                "demo/inventory.yaml", "    embedded: site-a.yaml", "    kubeconfig: ../kubeconfig\n    context: gone");
        Map<String, String> before = site.versions();
        for (Map.Entry<String, String> dark : waysToBeDark().entrySet()) {
            Files.writeString(site.file("kubeconfig"), dark.getValue());
            site.shakebook("plan", "sync").exits(69).says("site-a", dark.getKey());
            site.run("sync").exits(69).says("site-a", dark.getKey());
        }
        assertThat(site.versions()).isEqualTo(before);
    }

    @Test
    void theRestIsShownAsAPreviewAndIsNotRun() throws Exception {
        site.serve();
        playbook("pair: { type: redis-pair }", "primary", "standby");
        site.edit(
                "demo/inventory.yaml", "    embedded: site-a.yaml", "    kubeconfig: ../kubeconfig\n    context: gone");
        Files.writeString(site.file("kubeconfig"), kubeconfig("https://127.0.0.1:" + port.getLocalPort()));
        site.shakebook("plan", "test")
                .exits(69)
                .says("site-a cannot be reached", "preview of the rest; it cannot be run", "ConfigMap redis-b/note");
        site.run("test").exits(69);
        assertThat(api().get("/api/v1/namespaces/redis-b/configmaps/note").code())
                .isEqualTo(404);
    }

    @Test
    void aSiteThatMayNotBeDownMustAnswerEvenIfNoStepNeedsIt() throws Exception {
        site.serve();
        site.edit(
                "demo/inventory.yaml", "    embedded: site-a.yaml", "    kubeconfig: ../kubeconfig\n    context: gone");
        Files.writeString(site.file("kubeconfig"), kubeconfig("https://127.0.0.1:" + port.getLocalPort()));
        playbook("pair: { type: redis-pair }", "standby");
        site.run("test").exits(69).says("site-a cannot be reached");
        assertThat(api().get("/api/v1/namespaces/redis-b/configmaps/note").code())
                .isEqualTo(404);

        callers.clear();
        playbook("pair: { type: redis-pair, may-be-down: [primary] }", "standby");
        site.run("test").exits(0);
        assertThat(api().get("/api/v1/namespaces/redis-b/configmaps/note").code())
                .isEqualTo(200);
        assertThat(callers).isEmpty();
    }

    @Test
    void aQuestionToAPersonContactsNobodyWhereverItStands() throws Exception {
        site.serve();
        site.edit(
                "demo/inventory.yaml", "    embedded: site-a.yaml", "    kubeconfig: ../kubeconfig\n    context: gone");
        Files.writeString(site.file("kubeconfig"), kubeconfig("https://127.0.0.1:" + port.getLocalPort()));
        Files.writeString(site.file("playbooks/redis-dr/test.yaml"), """
                playbook: redis-dr/test
                parameters:
                  pair: { type: redis-pair, may-be-down: [primary] }
                phases:
                  - name: ask
                    cluster: ${pair.primary.cluster}
                    namespace: ${pair.primary.namespace}
                    steps:
                      - name: is-it-off
                        confirm: The power of ${pair.primary.name} is off.
                """);
        site.run("test").exits(0);
        assertThat(callers).isEmpty();
    }

    /** What is said of each, and the kubeconfig that leads there. */
    private Map<String, String> waysToBeDark() throws IOException {
        int closed;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = nobody.getLocalPort();
        }
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("connection refused", kubeconfig("https://127.0.0.1:" + closed));
        ways.put("cannot be resolved", kubeconfig("https://" + NO_SUCH_NAME));
        ways.put("closed without a whole answer", kubeconfig("http://127.0.0.1:" + port.getLocalPort()));
        ways.put("127.0.0.1:" + port.getLocalPort(), kubeconfig("https://127.0.0.1:" + port.getLocalPort()));
        ways.put("has no context \"gone\"", "contexts: []\n");
        return ways;
    }

    private static String kubeconfig(String server) {
        return "contexts: [{name: gone, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {token: t}}]\n"
                + "clusters: [{name: c, cluster: {server: \"" + server + "\"}}]\n";
    }

    /** A note on each of these sides. */
    private void playbook(String parameters, String... sides) throws IOException {
        StringBuilder text = new StringBuilder("playbook: redis-dr/test\nparameters:\n  " + parameters + "\nphases:\n");
        for (String side : sides) {
            text.append("""
                      - name: SIDE
                        cluster: ${pair.SIDE.cluster}
                        namespace: ${pair.SIDE.namespace}
                        steps:
                          - name: note-SIDE
                            configmap:
                              name: note
                              data: { a.txt: hello }
                    """.replace("SIDE", side));
        }
        Files.writeString(site.file("playbooks/redis-dr/test.yaml"), text.toString());
    }

    private ApiClient api() {
        return site.api("site-b");
    }

    private void hangUp() {
        while (!port.isClosed()) {
            try (Socket caller = port.accept()) {
                callers.add(String.valueOf(caller.getRemoteSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }
}
