// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a newcomer does with the demo inventory, through the launcher. */
@Execution(ExecutionMode.CONCURRENT)
class DemoE2eTest {
    private static final String SYNC = "playbooks/redis-dr/sync.yaml";
    private static final String FAILOVER = "playbooks/redis-dr/failover.yaml";
    private static final String RECOVERY = "playbooks/redis-dr/recovery.yaml";
    private static final String RESTORE = "playbooks/redis-dr/restore.yaml";
    private static final String DEMO = "demo";

    @TempDir
    Path home;

    @TempDir
    Path folder;

    /** The same files with less patience; what is typed and printed is what a newcomer types and sees. */
    @BeforeEach
    void copyWithoutHolds() throws Exception {
        new DemoSite(folder).close();
    }

    @Test
    void everyPlaybookIsValidAndNothingIsContacted() throws Exception {
        for (String playbook : new String[] {SYNC, FAILOVER, RECOVERY, RESTORE}) {
            Ended ended = shakebook("validate", playbook, "-i", DEMO);
            assertThat(ended.exit()).as(ended.toString()).isZero();
        }
        assertThat(home.resolve("state")).doesNotExist();
    }

    @Test
    void aPlanChangesNothingAndIsTheSameTwice() throws Exception {
        Ended first = shakebook("plan", SYNC, "-i", DEMO, "--exit-code");
        assertThat(first.exit()).as(first.toString()).isEqualTo(2);
        assertThat(shakebook("plan", SYNC, "-i", DEMO, "--exit-code").out()).isEqualTo(first.out());
    }

    @Test
    void theWholeCircleFromSyncToSync() throws Exception {
        assertThat(run(SYNC).out()).contains("13 objects changed");
        assertThat(run(SYNC).out()).contains("Nothing to do", "0 objects changed");
        assertThat(run(FAILOVER).out()).contains("Deployment redis-b/redis-shake-sync-0");
        assertThat(run(RECOVERY).exit()).isZero();
        assertThat(run(RESTORE).exit()).isZero();
        assertThat(shakebook("plan", SYNC, "-i", DEMO, "--exit-code").exit()).isZero();
    }

    @Test
    void withoutConfirmationTheRunPausesAndTheCommandThatGoesOnGoesOn() throws Exception {
        Ended paused = shakebook("run", SYNC, "-i", DEMO, "--yes");
        assertThat(paused.exit()).as(paused.toString()).isEqualTo(7);
        assertThat(paused.err()).startsWith("This run meets 1 question, 1 unanswered:");
        assertThat(paused.out()).contains(" resume r-").endsWith(" --confirm sync/start\n");
        Ended going = shakebook("resume", "last", "--confirm", "sync/start");
        assertThat(going.exit()).as(going.toString()).isZero();
        assertThat(going.out()).contains("13 steps done, 13 objects changed");
        Ended over = shakebook("resume", "last");
        assertThat(over.exit()).as(over.toString()).isZero();
        assertThat(over.out()).contains("is finished: everything was done");
    }

    @Test
    void aPausedFailoverKeepsItsHumanStepUntilSomebodySaysThatItIsDone() throws Exception {
        run(SYNC);
        Ended paused = shakebook("run", FAILOVER, "-i", DEMO, "--yes");
        assertThat(paused.exit()).as(paused.toString()).isEqualTo(7);
        assertThat(paused.out()).contains("go on:").endsWith(" --confirm hand-over\n");

        Ended again = shakebook("run", FAILOVER, "-i", DEMO, "--yes");
        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(again.out())
                .contains("not asked, since nothing changes: hand-over/move-clients  Point the clients at redis-b")
                .contains("3 steps done, 0 objects changed, 0 failed, 0 not started, 1 not asked");

        Ended done = run(FAILOVER, "--confirm", "hand-over", "--confirm", "hand-over/move-clients");
        assertThat(done.err()).contains("hand-over/move-clients  confirmed by --confirm");
        assertThat(done.out()).contains("4 steps done, 0 objects changed");
    }

    private Ended run(String playbook, String... confirmations) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run", playbook, "-i", DEMO, "--yes"));
        arguments.addAll(List.of(confirmations));
        Ended ended = shakebook(arguments.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.toString()).isZero();
        return ended;
    }

    private Ended run(String playbook) throws Exception {
        Ended ended = shakebook("run", playbook, "-i", DEMO, "--yes", "--confirm", "all");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        return ended;
    }

    private Ended shakebook(String... arguments) throws Exception {
        return Shakebook.started(home).in(folder).run(arguments);
    }
}
