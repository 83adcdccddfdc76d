// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Playbooks and an inventory that lie in a repository, through the launcher. */
@Execution(ExecutionMode.CONCURRENT)
class GitE2eTest {
    private static final String SYNC = "playbooks/redis-dr/sync.yaml";
    private static final String SYNC_V1 = "git:.//" + SYNC + "@v1";
    private static final String DEMO_V1 = "git:.//demo@v1";

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private GitSite site;
    private String tagged;

    @BeforeEach
    void tagOneAndMoveOn() throws Exception {
        site = GitSite.in(folder);
        tagged = site.git("rev-parse", "HEAD");
        site.git("tag", "v1");
        site.change("playbooks/redis-dr/sync.yaml", "summary:", "summary: Later.\nsummary-was:");
        site.change("demo/inventory.yaml", "inventory: demo", "inventory: later");
        Files.delete(folder.resolve("demo/site-a.yaml"));
        Files.delete(folder.resolve("playbooks/redis-dr/link.yaml"));
        site.commit("Break all of it");
        site.change("demo/inventory.yaml", "inventory: later", "inventory: [");
    }

    @Test
    void aTagIsPlannedAndRunThoughTheWorkTreeHasMovedOn() throws Exception {
        assertThat(shakebook("validate", SYNC_V1, "-i", DEMO_V1).exit()).isZero();
        Ended plan = shakebook("plan", SYNC_V1, "-i", DEMO_V1, "--out", "my.plan", "--exit-code");
        assertThat(plan.exit()).as(plan.toString()).isEqualTo(2);
        assertThat(plan.out())
                .startsWith("Plan        redis-dr/sync")
                .contains(tagged, "(v1)", "Ada <ada@example.org>")
                .doesNotContain("uncommitted");
        String kept = Files.readString(folder.resolve("my.plan"));
        assertThat(PlanSchema.problems(kept)).isEmpty();
        assertThat(kept).contains("\"commit\": \"" + tagged + "\"", "\"ref\": \"v1\"", "\"changed\": []");
        assertThat(shakebook("plan", SYNC_V1, "-i", DEMO_V1, "--out", "my.plan").out())
                .as("the second time")
                .isEqualTo(plan.out());

        site.git("tag", "-d", "v1");
        Ended applied = shakebook("apply", "my.plan", "--yes", "--confirm", "all");
        assertThat(applied.exit()).as(applied.toString()).isZero();
        site.git("tag", "v1", tagged);
        assertThat(shakebook("plan", SYNC_V1, "-i", DEMO_V1, "--exit-code").exit())
                .as("nothing is left to do")
                .isZero();
        assertThat(journals())
                .contains("\"playbook\": \"git:" + tagged + "\"", "\"inventory\": \"git:" + tagged + "\"");
    }

    /** Whoever looks at a run later, or takes it back, has its commit; the branch is not asked again. */
    @Test
    void aRunOfABranchIsKnownByItsCommitAfterTheBranchHasMovedOn() throws Exception {
        site.git("branch", "stable", "v1");
        Ended run =
                shakebook("run", "git:.//" + SYNC + "@stable", "-i", "git:.//demo@stable", "--yes", "--confirm", "all");
        assertThat(run.exit()).as(run.toString()).isZero();
        site.git("branch", "-D", "stable");
        assertThat(shakebook("runs", "show", "last").out()).contains(tagged);
        Ended undo = shakebook("undo", "last", "--out", "undo.plan");
        assertThat(undo.out()).as(undo.toString()).contains(tagged, "(stable)");
    }

    @Test
    void uncommittedChangesAreSaidFirst() throws Exception {
        site.git("checkout", "-q", "-f", "v1");
        Ended clean = shakebook("plan", SYNC, "-i", "demo");
        assertThat(clean.out()).as(clean.toString()).startsWith("Plan ").contains(tagged);
        site.change("demo/inventory.yaml", "summary: Two", "summary: Just two");
        site.change(SYNC, "summary:", "# changed\nsummary:");
        Files.writeString(folder.resolve("demo/new\u001b[31m.yaml"), "");
        Ended dirty = shakebook("plan", SYNC, "-i", "demo");
        assertThat(dirty.exit()).as(dirty.toString()).isZero();
        assertThat(dirty.out().replaceAll("\\s+", " "))
                .startsWith("! uncommitted changes: what this is made from is no commit; in the inventory"
                        + " demo/inventory.yaml, demo/new\\x1b[31m.yaml; in the playbook's folder " + SYNC + " Plan ");
        assertThat(shakebook("plan", SYNC, "-i", "demo").out()).isEqualTo(dirty.out());
    }

    @Test
    void aPlanIsComparedWithTheInventoryOfAnotherRevision() throws Exception {
        site.git("checkout", "-q", "-f", "v1");
        site.change("demo/inventory.yaml", "node-address: 10.0.1.11", "node-address: 10.0.1.99");
        site.commit("Reach site-a elsewhere");
        Ended plan = shakebook("plan", SYNC, "-i", "demo", "--against", "v1");
        assertThat(plan.exit()).as(plan.toString()).isZero();
        String difference = plan.out().substring(plan.out().indexOf("With the inventory of v1 instead:"));
        assertThat(difference)
                .contains("git:" + tagged.substring(0, 7))
                .containsPattern("10\\.0\\.1\\.99:<[^>]*>\\) ->\\s+\\(10\\.0\\.1\\.11");
        assertThat(shakebook("plan", SYNC, "-i", "demo", "--against", "HEAD").out())
                .endsWith("With the inventory of HEAD instead:\n  nothing that is written differs\n\n");
        assertThat(shakebook("plan", SYNC, "-i", "demo", "--against", "v1", "--format", "json")
                        .exit())
                .isEqualTo(64);
    }

    @Test
    void whatIsNotThereIsSaidBeforeAnybodyIsContacted() throws Exception {
        assertThat(shakebook("plan", SYNC_V1, "-i", "git:.//demo@v11").err())
                .contains("error[unknown-revision]", "\"v11\"", "did you mean \"v1\"?", "nothing was contacted");
        assertThat(shakebook("plan", SYNC_V1, "-i", "git:.//dem@v1").err()).contains("error[no-folder]", "\"dem\"");
        assertThat(shakebook("plan", "git:.//playbooks/redis-dr/snc.yaml@v1", "-i", DEMO_V1)
                        .err())
                .contains("error[no-playbook]", "snc.yaml");
        Ended none = shakebook("plan", SYNC_V1, "-i", "git:demo//x@v1");
        assertThat(none.exit()).isEqualTo(65);
        assertThat(none.err()).contains("is a folder in the repository", "git:" + folder.toRealPath() + "//demo");
        assertThat(home.resolve("state")).doesNotExist();
    }

    private String journals() throws Exception {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(home.resolve("state"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private Ended shakebook(String... arguments) throws Exception {
        return new Shakebook(home)
                .with("XDG_CACHE_HOME", ArchiveCache.folder().toString())
                .in(folder)
                .run(arguments);
    }
}
