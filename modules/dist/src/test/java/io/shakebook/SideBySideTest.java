// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.ApiServer;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two clusters are asked at once: a slow one costs its own time, not the sum. */
class SideBySideTest extends DemoStory {
    private static final String PLAYBOOK = """
            playbook: redis-dr/both
            phases:
              - name: all
                steps:
                  - name: here
                    cluster: site-a
                    namespace: redis-a
                    configmap: { name: note, data: { a.txt: one } }
                  - name: there
                    cluster: site-b
                    namespace: redis-b
                    configmap: { name: note, data: { a.txt: one } }
            """;

    private final Rendezvous proxies = new Rendezvous();

    @AfterEach
    void close() {
        proxies.close();
    }

    @Test
    void eachKindOfQuestionIsAskedOfBothAtOnce() throws Exception {
        site.serve().playbook("both", PLAYBOOK);
        URI a = proxies.inFrontOf(api("site-a"));
        URI b = proxies.inFrontOf(api("site-b"));
        Files.writeString(site.file("kubeconfig"), kubeconfig(a, b));
        for (String name : new String[] {"site-a", "site-b"}) {
            String context = "    kubeconfig: ../kubeconfig\n    context: " + name;
            site.edit("demo/inventory.yaml", "    embedded: " + name + ".yaml", context);
        }

        site.command("clusters", "-i", site.file("demo").toString()).exits(0);
        asked("GET namespaces", "GET version");
        site.shakebook("plan", "both").exits(0).says("2 to create");
        asked("GET namespaces", "GET configmaps", "PATCH configmaps");
        site.shakebook("drift", "both").exits(0);
        asked("GET configmaps");
    }

    private void asked(String... kinds) {
        assertThat(proxies.missed()).as("asked of one cluster after the other").isEmpty();
        assertThat(proxies.met()).contains(kinds);
        proxies.again();
    }

    private ApiServer api(String cluster) {
        return new ApiServer(site.endpoint(cluster), Map.of(), Optional.empty(), Set.of());
    }

    private static String kubeconfig(URI a, URI b) {
        return """
                contexts: [{name: site-a, context: {cluster: a, user: u}}, {name: site-b, context: {cluster: b, user: u}}]
                users: [{name: u, user: {}}]
                clusters: [{name: a, cluster: {server: "%s"}}, {name: b, cluster: {server: "%s"}}]
                """.formatted(a, b);
    }
}
