// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was typed in one folder is gone on with in another: plans say paths as they were typed. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ElsewhereE2eTest extends DemoStory {
    private static final String NOTE = "/api/v1/namespaces/redis-b/configmaps/";
    private static final String ASKS = """
            playbook: redis-dr/asks
            phases:
              - name: notes
                cluster: site-b
                namespace: redis-b
                steps:
                  - name: before
                    configmap:
                      name: before
                      data: { a.txt: hello }
              - name: asks
                steps:
                  - name: sure
                    confirm: Is it so?
              - name: more
                cluster: site-b
                namespace: redis-b
                steps:
                  - name: after
                    configmap:
                      name: after
                      data: { a.txt: hello }
            """;
    private static final String[] HERE = {"playbooks/redis-dr/asks.yaml", "-i", "demo"};

    private Path elsewhere;

    @BeforeEach
    void serve() throws Exception {
        site.serve().playbook("asks", ASKS);
        elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    }

    private Ended in(Path place, String... arguments) throws Exception {
        return program().in(place).run(arguments);
    }

    private Shakebook program() throws IOException {
        return Shakebook.started(Files.createDirectories(folder.resolve("home")))
                .with("XDG_STATE_HOME", site.file("state").toString());
    }

    private Ended paused() throws Exception {
        Ended run = in(folder, "run", HERE[0], HERE[1], HERE[2], "--yes");
        assertThat(run.exit()).as(run.toString()).isEqualTo(7);
        return run;
    }

    @Test
    void aRunGoesOnAndIsWalkedBackFromAnotherFolderAndThatWayBackGoesOnFromAThird() throws Exception {
        paused();
        Ended resumed = in(elsewhere, "resume", "last", "--confirm", "all");
        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        site.api("site-b").get(NOTE + "after").is(200);

        Ended back = in(elsewhere, "undo", "last", "--yes", "--until", "more");
        assertThat(back.exit()).as(back.toString()).isZero();
        site.api("site-b").get(NOTE + "after").is(404);
        site.api("site-b").get(NOTE + "before").is(200);

        Ended further = in(site.file("playbooks"), "resume", "last", "--to-the-end");
        assertThat(further.exit()).as(further.toString()).isZero();
        site.api("site-b").get(NOTE + "before").is(404);
    }

    @Test
    void whatIsToBeTypedNextHoldsInTheFolderWhereItIsRead() throws Exception {
        paused();
        site.api("site-b")
                .post("/api/v1/namespaces/redis-b/configmaps", "{\"metadata\":{\"name\":\"after\"}}")
                .is(201);
        Ended stale = in(elsewhere, "resume", "last", "--confirm", "all");
        assertThat(stale.exit()).as(stale.toString()).isEqualTo(4);
        assertThat(stale.out()).contains("run " + folder.resolve(HERE[0]) + " -i " + folder.resolve(HERE[2]) + "\n");
    }

    @Test
    void aPlanFileSaysWhereItCanBeCarriedOutAndIsTheSameWhereverItWasMade() throws Exception {
        assertThat(in(folder, "plan", HERE[0], HERE[1], HERE[2], "--out", "my.plan")
                        .exit())
                .isZero();
        Ended refused = in(elsewhere, "apply", "../my.plan", "--yes");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(74);
        assertThat(refused.err().replaceAll("\\s+", " "))
                .contains(
                        "the inventory \"demo\", and there is no such folder in " + elsewhere,
                        "go to the folder in which the plan was made");
        site.api("site-b").get(NOTE + "before").is(404);
        assertThat(Files.readString(folder.resolve("my.plan"))).doesNotContain(folder.toString());

        Ended applied = in(folder, "apply", "my.plan", "--yes", "--confirm", "all");
        assertThat(applied.exit()).as(applied.toString()).isZero();
    }
}
