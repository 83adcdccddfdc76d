// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.AuditEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is kept, somebody changes the real API server's objects, and the plan is applied. */
class RealForeignChangeIT {
    private static final String MAPS = "/api/v1/namespaces/space/configmaps";
    private static final String MAP = MAPS + "/settings";
    private static final String BY_HAND = "?fieldManager=kubectl-edit";
    private static final String PLAYBOOK = """
            playbook: settings
            summary: One file.
            parameters:
              level: { type: string, doc: "What the file says" }
            phases:
              - name: all
                cluster: site
                namespace: space
                steps:
                  - name: settings
                    configmap:
                      name: settings
                      data:
                        app.toml: |
                          level = "${level}"
                          size = 1
            """;

    @TempDir
    static Path folder;

    private static RealSpace space;
    private static ApiClient client;

    @BeforeAll
    static void start() throws IOException {
        space = RealSpace.start(folder, "space");
        client = space.client();
        space.playbook("settings", PLAYBOOK);
    }

    @AfterAll
    static void end() {
        if (space != null) {
            space.close();
        }
    }

    /** The plan turns the level from low to high. */
    @BeforeEach
    void plan() throws Exception {
        client.delete(MAP);
        exits(0, shakebook("run", "settings.yaml", "-i", ".", "-p", "level=low", "--yes"));
        exits(2, shakebook("plan", "settings.yaml", "-i", ".", "-p", "level=high", "--out", "my.plan", "--exit-code"));
    }

    @Test
    void withoutAnyItIsAppliedOnceAndThenNothingIsLeftToDo() throws Exception {
        applied("level = \"high\"\nsize = 1\n");
        assertThat(exits(0, shakebook("apply", "my.plan", "--yes")).out()).contains("0 objects changed");
    }

    @Test
    void aChangedKeyStopsItAndIsNamed() throws Exception {
        patch("{\"data\":{\"app.toml\":\"level = \\\"middle\\\"\\nsize = 1\\n\"}}");
        assertThat(stale())
                .contains("data[app.toml] level", "planned on \"low\", is now \"middle\"", "by kubectl-edit at 20");
    }

    @Test
    void anotherEntryALabelAndAnAnnotationDoNotStopItAndStay() throws Exception {
        patch(
                "{\"data\":{\"more\":\"mine\"},\"metadata\":{\"labels\":{\"team\":\"a\"},\"annotations\":{\"note\":\"b\"}}}");
        applied("level = \"high\"\nsize = 1\n");
        assertThat(client.get(MAP).value("/data/more")).isEqualTo("mine");
        assertThat(client.get(MAP).value("/metadata/labels/team")).isEqualTo("a");
        assertThat(client.get(MAP).value("/metadata/annotations/note")).isEqualTo("b");
    }

    @Test
    void aDeletedObjectIsNotMadeAgain() throws Exception {
        client.delete(MAP).is(200);
        assertThat(stale()).contains("was there when the plan was made, and is gone");
        client.get(MAP).is(404);
    }

    @Test
    void anObjectThatWasMadeAnewIsAnotherOneEvenWithTheSameContent() throws Exception {
        client.delete(MAP).is(200);
        client.post(
                        MAPS + "?fieldManager=kubectl-create",
                        "{\"metadata\":{\"name\":\"settings\"},\"data\":{\"app.toml\":\"level = \\\"low\\\"\\nsize = 1\\n\"}}")
                .is(201);
        assertThat(stale()).contains("is another one of that name", "made by kubectl-create at 20");
    }

    @Test
    void whatSomebodyMadeWhereNothingWasIsNotOverwritten() throws Exception {
        client.delete(MAP).is(200);
        exits(0, shakebook("plan", "settings.yaml", "-i", ".", "-p", "level=high", "--out", "my.plan"));
        client.post(
                        MAPS + "?fieldManager=kubectl-create",
                        "{\"metadata\":{\"name\":\"settings\"},\"data\":{\"app.toml\":\"theirs = 1\\n\"}}")
                .is(201);
        assertThat(stale()).contains("was not there when the plan was made", "made by kubectl-create at 20");
        assertThat(client.get(MAP).value("/data/app.toml")).isEqualTo("theirs = 1\n");
    }

    private static void patch(String patch) {
        client.patch(ApiClient.MERGE_PATCH, MAP + BY_HAND, patch).is(200);
    }

    private static void applied(String text) throws Exception {
        assertThat(exits(0, shakebook("apply", "my.plan", "--yes")).out()).contains("1 object changed");
        assertThat(client.get(MAP).value("/data/app.toml")).isEqualTo(text);
    }

    /** @return what was said; nothing was written to the object */
    private static String stale() throws Exception {
        int before = writes().size();
        Ended ended = exits(4, shakebook("apply", "my.plan", "--yes"));
        assertThat(writes()).hasSize(before);
        return (ended.out() + ended.err()).replaceAll("\\s+", " ");
    }

    private static List<AuditEntry> writes() {
        return space.writes().stream()
                .filter(entry -> entry.uri().contains("configmaps"))
                .toList();
    }

    private static Ended shakebook(String... arguments) throws Exception {
        return Shakebook.started(folder).in(folder).run(arguments);
    }

    private static Ended exits(int code, Ended ended) {
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(code);
        return ended;
    }
}
