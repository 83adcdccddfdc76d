// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One playbook for every entry of a group, on the embedded clusters. */
@Execution(ExecutionMode.CONCURRENT)
class FleetTest extends DemoStory {
    @BeforeEach
    void serve() throws Exception {
        Files.writeString(
                site.file("demo/inventory.yaml"),
                "\ngroups:\n  stores: [redis-b, redis-a]\n  pairs: [shop]\n",
                StandardOpenOption.APPEND);
        playbook("");
        site.serve();
    }

    @Test
    void eachEntryGetsItsOwnPlanAndTheSecondTimeThereIsNothingToDo() throws Exception {
        site.shakebook("plan", "note", "--for-each-in", "stores", "--exit-code")
                .exits(2)
                .says("=== store=redis-b (1 of 2)", "=== store=redis-a (2 of 2)", "2 plans, 2 with changes.");
        site.shakebook("run", "note", "--for-each-in", "stores", "--yes")
                .exits(0)
                .says("Fleet stores: 2 of 2 done.");
        assertThat(note("site-a", "redis-a")).isEqualTo("hello redis-a");
        assertThat(note("site-b", "redis-b")).isEqualTo("hello redis-b");
        site.shakebook("run", "note", "--for-each-in", "stores", "--yes")
                .exits(0)
                .says("2 plans, nothing to do.");
        site.shakebook("plan", "note", "--for-each-in", "stores", "--exit-code").exits(0);
    }

    @Test
    void aLimitTouchesNothingElse() throws Exception {
        site.shakebook("run", "note", "--for-each-in", "stores", "--limit", "*-b", "--yes")
                .exits(0)
                .says("1 of 2 entries", "left out: redis-a");
        assertThat(note("site-b", "redis-b")).isEqualTo("hello redis-b");
        site.api("site-a").get("/api/v1/namespaces/redis-a/configmaps/note").is(404);
    }

    @Test
    void theFirstThatDoesNotEndWellEndsItAndTheRestIsNotTouched() throws Exception {
        playbook("      - name: sure\n        confirm: Sure?\n");
        site.shakebook("run", "note", "--for-each-in", "stores", "--yes")
                .exits(7)
                .says("redis-a not begun", "Fleet stores: 0 of 2 done.", "resume");
        site.api("site-a").get("/api/v1/namespaces/redis-a/configmaps/note").is(404);
        site.command("resume", "last", "--confirm", "all").exits(0);
        site.shakebook("run", "note", "--for-each-in", "stores", "--yes", "--confirm", "all")
                .exits(0)
                .says("Fleet stores: 2 of 2 done.");
        assertThat(note("site-a", "redis-a")).isEqualTo("hello redis-a");
    }

    @Test
    void aGroupOfAnotherTypeOrAnUnknownNameIsAMistakeBeforeAnyoneIsContacted() {
        site.shakebook("run", "note", "--for-each-in", "pairs", "--yes")
                .exits(65)
                .says("no parameter of \"redis-dr/note\" takes every entry of the group \"pairs\"", "store (redis)");
        site.shakebook("run", "note", "--for-each-in", "store", "--yes")
                .exits(65)
                .says("did you mean \"stores\"?");
        site.shakebook("plan", "note", "--for-each-in", "stores", "--limit", "redis-c")
                .exits(65)
                .says("--limit \"redis-c\" is no entry of the group \"stores\"");
    }

    /** @param steps that come before the one that writes */
    private void playbook(String steps) throws IOException {
        site.playbook("note", """
                playbook: redis-dr/note
                parameters:
                  store: { type: redis }
                phases:
                  - name: note
                    cluster: ${store.cluster}
                    namespace: ${store.namespace}
                    steps:
                STEPS
                      - name: note
                        configmap:
                          name: note
                          data:
                            a.txt: "hello ${store.namespace}"
                """.replace("STEPS\n", steps));
    }

    private String note(String cluster, String namespace) throws Exception {
        return site.api(cluster)
                .get("/api/v1/namespaces/" + namespace + "/configmaps/note")
                .value("/data/a.txt");
    }
}
