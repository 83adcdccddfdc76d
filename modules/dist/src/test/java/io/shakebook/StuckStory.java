// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.testkit.apiserver.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A story of the launcher as a process that waits for a pod which does not go. */
abstract class StuckStory extends DemoStory {
    static final Eventually SOON = new Eventually(Duration.ofSeconds(60));
    static final String STUCK = "/apis/apps/v1/namespaces/redis-b/deployments/stuck";

    private static final String MANIFEST = """
            {metadata: {name: 'stuck', annotations: {'embedded.shakebook.io/gone-after': '600s'}},
             spec: {replicas: 1, selector: {matchLabels: {app: 'stuck'}},
                    template: {metadata: {labels: {app: 'stuck'}}, spec: {containers: [{name: 'c', image: 'i'}]}}}}
            """;

    private final String playbook;

    /** @param playbook scales down the Deployment {@code stuck} */
    StuckStory(String playbook) {
        this.playbook = playbook;
    }

    @BeforeEach
    final void serveAPodThatDoesNotGo() throws Exception {
        site.serve().playbook("stuck", playbook);
        site.api("site-b")
                .post("/apis/apps/v1/namespaces/redis-b/deployments", MANIFEST)
                .is(201);
        SOON.get(
                "a ready pod",
                () -> site.api("site-b").get(STUCK),
                found -> found.value("/status/readyReplicas").equals("1"));
    }

    final Shakebook program() throws IOException {
        return Shakebook.started(Files.createDirectories(folder.resolve("home")))
                .with("XDG_STATE_HOME", site.file("state").toString());
    }

    /** What the launcher is started with to run the playbook. */
    final String[] running(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                site.file("playbooks/redis-dr/stuck.yaml").toString(),
                "-i",
                site.file("demo").toString(),
                "--yes"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }
}
