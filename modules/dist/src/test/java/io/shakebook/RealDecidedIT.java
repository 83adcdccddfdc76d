// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real API server makes up in a dry run stands in no plan, for the write will be given something else. */
class RealDecidedIT {
    private static final String SERVICES = "/api/v1/namespaces/redis-b/services";
    private static final String MADE_UP =
            "\"?(uid|creationTimestamp|clusterIPs|healthCheckNodePort)\"?: |10\\.[0-9]+\\.[0-9]+\\.[0-9]+|[^0-9]3[0-2][0-9]{3}[^0-9]";
    private static final String PLAYBOOK = """
            playbook: decided
            summary: Services and what hangs on their addresses.
            phases:
              - name: all
                cluster: site
                namespace: redis-b
                steps:
                  - name: front
                    service: { name: front, type: NodePort, port: 6379, selector: { app: front } }
                  - name: told
                    configmap:
                      name: told
                      data:
                        address: ${steps.front.address}
                        port: ${steps.front.node-port}
            """;

    @TempDir
    Path folder;

    @Test
    void noNumberThatTheDryRunMadeUpStandsInAPlan() throws Exception {
        try (RealSpace space = RealSpace.start(folder, "redis-b")) {
            space.playbook("decided", PLAYBOOK);
            Answer dryRun = space.client().post(SERVICES + "?dryRun=All", """
                            {"metadata": {"name": "front"}, "spec": {"type": "NodePort", "selector": {"app": "front"},
                              "ports": [{"port": 6379}]}}""").is(201);
            assertThat(Stream.of(dryRun.value("/spec/clusterIP"), " " + dryRun.value("/spec/ports/0/nodePort") + " "))
                    .as("the server makes up what this test looks for")
                    .allSatisfy(number -> assertThat(number).containsPattern(MADE_UP));

            Path file = folder.resolve("kept.json");
            String text =
                    space.exits(0, "plan", "decided", "--out", file.toString()).out();
            for (String plan : List.of(
                    text,
                    Files.readString(file),
                    space.exits(0, "plan", "decided", "--format", "json").out(),
                    space.exits(0, "plan", "decided", "--format", "markdown").out())) {
                String told = plan.replace("30000-32767", "")
                        .replaceAll("\"least\": 30000, \"most\": 32767", "")
                        .replaceAll("sha256:[0-9a-f]+", "")
                        .replaceAll("(identity|at)\"?: \"?[0-9a-zA-Z:-]+", "")
                        .replaceAll("https://127.0.0.1:[0-9]+", "");
                assertThat(told).doesNotContainPattern(MADE_UP);
                assertThat(plan).contains("an address from the cluster's Service range", "30000");
            }
            assertThat(text)
                    .containsPattern("spec.clusterIP +decided by the server")
                    .containsPattern("nodePort +decided by the server");
            assertThat(space.writes()).isEmpty();
        }
    }
}
