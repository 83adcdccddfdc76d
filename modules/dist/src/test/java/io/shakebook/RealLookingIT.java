// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.AuditEntry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only looks, or was not approved, sends a real API server reads, access reviews and dry runs, and nothing else. */
class RealLookingIT {
    private static final String MAP = "/api/v1/namespaces/space/configmaps/settings?fieldManager=kubectl-edit";
    private static final String PODS = "/api/v1/namespaces/space/pods";
    private static final String POD = "{\"metadata\":{\"name\":\"a\",\"labels\":{\"app\":\"a\"}},"
            + "\"spec\":{\"containers\":[{\"name\":\"a\",\"image\":\"a\"}]}}";
    private static final String PLAYBOOK = """
            playbook: settings
            summary: One file and a door.
            phases:
              - name: all
                cluster: site
                namespace: space
                steps:
                  - name: settings
                    configmap:
                      name: settings
                      data: { a.txt: one, b.txt: two }
                  - name: door
                    service: { name: door, type: NodePort, port: 6379, selector: { app: a } }
            """;

    @TempDir
    static Path folder;

    private static RealSpace space;
    private static PlayedKubelet kubelet;

    @BeforeAll
    static void start() throws IOException {
        space = RealSpace.start(folder, "space");
        space.playbook("settings", PLAYBOOK);
        space.client()
                .post(PODS.replace("pods", "serviceaccounts"), RealSeed.namespace("default"))
                .is(201);
        space.client().post(PODS, POD).is(201);
        kubelet = new PlayedKubelet(space.client(), "space");
        kubelet.awaitReady(1);
    }

    @AfterAll
    static void end() {
        if (space != null) {
            kubelet.close();
            space.close();
        }
    }

    @Test
    void everyVerbThatOnlyLooksSendsDryRunsAtMost() {
        looks(2);
        String create = folder.resolve("create.plan").toString();
        space.exits(0, "plan", "settings", "--out", create);
        applyWithoutApproval(create, 6);
        assertThat(space.asked()).anyMatch(AuditEntry::dryRun).noneMatch(AuditEntry::couldWrite);

        space.exits(0, "run", "settings", "--yes");
        int asked = space.asked().size();
        command(6, "undo", "last");
        command(0, "undo", "last", "--out", folder.resolve("back.plan").toString());
        command(6, "apply", folder.resolve("back.plan").toString());
        looks(0);
        String same = folder.resolve("same.plan").toString();
        space.exits(0, "plan", "settings", "--out", same);
        command(0, "apply", same, "--yes");
        command(0, "resume", "last");
        onlyLookedSince(asked);

        space.client()
                .patch(ApiClient.MERGE_PATCH, MAP, "{\"data\":{\"a.txt\":\"theirs\"}}")
                .is(200);
        asked = space.asked().size();
        space.exits(6, "plan", "settings");
        space.exits(6, "run", "settings", "--yes");
        space.exits(2, "drift", "settings", "--exit-code");
        onlyLookedSince(asked);
    }

    private static void looks(int exit) {
        space.exits(exit, "plan", "settings", "--exit-code");
        space.exits(exit, "drift", "settings", "--exit-code");
        space.exits(0, "validate", "settings");
        space.exits(0, "permissions", "settings");
        space.exits(exit == 0 ? 0 : 6, "run", "settings");
        command(0, "clusters", "-i", folder.toString());
    }

    private static void applyWithoutApproval(String plan, int exit) {
        command(0, "show", plan);
        command(exit, "apply", plan);
    }

    private static void command(int exit, String... arguments) {
        Program.in(folder).exits(exit, arguments);
    }

    private static void onlyLookedSince(int asked) {
        assertThat(space.asked().stream().skip(asked)).isNotEmpty().noneMatch(AuditEntry::couldWrite);
    }
}
