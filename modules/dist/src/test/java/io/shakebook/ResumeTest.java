// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.PlanRequest;
import io.shakebook.engine.event.FileJournal;
import io.shakebook.wiring.CutOffRun;
import io.shakebook.wiring.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be in the way of a run that is to go on, and what of it is not. */
class ResumeTest {
    private static final int HALF_WAY = 45;

    @TempDir
    Path folder;

    private DemoSite site;

    @BeforeEach
    void serve() throws Exception {
        site = new DemoSite(folder).serve();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private PlanRequest sync() {
        return new PlanRequest(
                site.file("playbooks/redis-dr/sync.yaml").toString(),
                site.file("demo").toString(),
                Map.of());
    }

    private String killed(int line) throws Exception {
        return new CutOffRun(site.machine()).run(sync(), line, false).run();
    }

    private Path runs() {
        return site.file("state/shakebook/runs");
    }

    private Path journal(String run) {
        return runs().resolve(run + ".jsonl");
    }

    private DemoSite.Result resume(String... arguments) {
        return site.command(
                Stream.concat(Stream.of("resume"), Stream.of(arguments)).toArray(String[]::new));
    }

    private void allIsWrittenOnce() throws Exception {
        assertThat(AuditedWrites.below(folder).done()).hasSize(13).doesNotHaveDuplicates();
    }

    @Test
    void itGoesOnWithoutPlaybookAndPlanFileAndCanBeNamedInShort() throws Exception {
        site.shakebook("plan", "sync", "--out", site.file("my.plan").toString()).exits(0);
        site.command("apply", site.file("my.plan").toString(), "--yes").exits(7).says("go on: shakebook resume r-");
        Files.delete(site.file("my.plan"));
        Files.delete(site.file("playbooks/redis-dr/sync.yaml"));
        String run = onlyRun();
        resume(run.substring(run.length() - 4), "--confirm", "all").exits(0).says("Run " + run, "13 objects changed");
        allIsWrittenOnce();
        resume("last").exits(0).says("is finished: everything was done");
    }

    private String onlyRun() throws Exception {
        try (Stream<Path> files = Files.list(runs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .map(name -> name.replace(".jsonl", ""))
                    .reduce((one, other) -> one + other)
                    .orElseThrow();
        }
    }

    @Test
    void whatIsNoRunOrMoreThanOneIsRefused() throws Exception {
        resume("last").exits(64).says("there is no run in");
        killed(HALF_WAY);
        resume("r-1999").exits(64).says("no run is called \"r-1999\"", "there are r-");
        resume("../x").exits(64);
        killed(HALF_WAY);
        resume("r-").exits(64).says("\"r-\" may be each of these runs: r-", "say more of the run's id");
        resume().exits(64);
    }

    @Test
    void aRunThatSomebodyCarriesOutIsLeftToThem() throws Exception {
        String run = killed(HALF_WAY);
        try (FileJournal theirs =
                FileJournal.reopen(runs(), run, Clock.systemUTC()).journal()) {
            assertThat(theirs.file()).exists();
            resume(run).exits(5).says("the run " + run + " is being carried out", "wait until it has ended");
            site.command("runs", "list").exits(0).says(run, "running");
            site.command("runs", "prune", "--keep", "0", "--unfinished").says("it is being carried out");
        }
        resume(run, "--confirm", "all").exits(0);
        allIsWrittenOnce();
    }

    @Test
    void aJournalOrAPlanThatWasChangedIsRefusedAndNothingIsWritten() throws Exception {
        String run = killed(HALF_WAY);
        String journal = Files.readString(journal(run));
        int before = AuditedWrites.below(folder).all().size();
        Files.writeString(journal(run), journal.replaceFirst("--yes", "--no!"));
        resume(run).exits(74).says("the journal of the run was changed after it was written", "line 2");
        site.command("runs", "list").says("damaged");
        Files.writeString(journal(run), journal);

        Path plan = runs().resolve(run + ".plan.json");
        String text = Files.readString(plan);
        Files.writeString(plan, text.replaceFirst("redis-shake-sync-0", "redis-shake-sync-9"));
        resume(run).exits(65).says("is not the plan that was approved for this run");
        site.shakebook("plan", "failover", "--out", site.file("other.plan").toString(), "-p", "expect-shakes=0")
                .exits(0);
        Files.copy(site.file("other.plan"), plan, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        resume(run).exits(65).says("was approved");
        Files.delete(plan);
        resume(run).exits(74).says("the plan of the run " + run + " cannot be read");
        assertThat(AuditedWrites.below(folder).all()).hasSize(before);

        Files.writeString(plan, text);
        resume(run, "--confirm", "all").exits(0);
        allIsWrittenOnce();
    }

    @Test
    void aLineThatWasCutOffOrStandsTwiceIsNoHindrance() throws Exception {
        String run = killed(HALF_WAY);
        List<String> lines = Files.readAllLines(journal(run));
        String last = lines.get(lines.size() - 1);
        Files.writeString(journal(run), last + "\n", StandardOpenOption.APPEND);
        resume(run).exits(7);
        Files.writeString(journal(run), last.substring(0, last.length() / 2), StandardOpenOption.APPEND);
        site.command("runs", "show", run).exits(0).says("the journal's last line was cut off");
        resume(run, "--confirm", "all").exits(0);
        allIsWrittenOnce();
    }

    @Test
    void onAFullDiskItStopsBeforeTheNextEffectAndGoesOnWhenThereIsRoom() throws Exception {
        CutOffRun.Ended ended = new CutOffRun(site.machine()).runOutOfRoom(sync(), HALF_WAY);
        int before = AuditedWrites.below(folder).all().size();
        assertThat(before).isBetween(4, 12);
        assertThat(Files.readAllLines(journal(ended.run()))).hasSize(HALF_WAY - 1);
        resume(ended.run(), "--confirm", "all").exits(0);
        allIsWrittenOnce();
    }

    @Test
    void aClockThatJumpsBackIsNoHindrance() throws Exception {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        Machine early = new Machine(
                Map.of("XDG_STATE_HOME", site.file("state").toString()),
                folder,
                folder,
                Optional.empty(),
                ahead,
                new SecureRandom(),
                "test",
                "li@ops-1");
        String run = new CutOffRun(early).run(sync(), HALF_WAY, false).run();
        resume(run, "--confirm", "all").exits(0);
        allIsWrittenOnce();
        site.command("runs", "show", run).exits(0).says("taken up again");
    }

    @Test
    void itGoesOnFromACopyOfTheFolder() throws Exception {
        String run = killed(HALF_WAY);
        Path copy = Files.createDirectories(site.file("copy/runs"));
        for (String file : List.of(run + ".jsonl", run + ".plan.json")) {
            Files.copy(runs().resolve(file), copy.resolve(file));
        }
        Files.delete(journal(run));
        resume(run).exits(64);
        resume(run, "--state", site.file("copy").toString())
                .exits(7)
                .says("resume " + run + " --state " + site.file("copy"));
        resume(run, "--state", site.file("copy").toString(), "--confirm", "all").exits(0);
        allIsWrittenOnce();
    }

    @Test
    void aFolderOfAnOlderVersionIsReadAndOneOfANewerVersionIsLeftAlone() throws Exception {
        String run = killed(HALF_WAY);
        Path mark = runs().resolve("format");
        assertThat(mark).hasContent("shakebook.runs/1");
        Files.delete(mark); // the first version set none
        resume(run).exits(7);
        Files.writeString(mark, "shakebook.runs/2\n");
        resume(run).exits(74).says("\"shakebook.runs/2\", and this version knows \"shakebook.runs/1\"");
        site.command("runs", "list").exits(74);
        site.run("sync").exits(74);
        Files.writeString(mark, "shakebook.runs/1\n");
        resume(run, "--confirm", "all").exits(0);
        allIsWrittenOnce();
    }

    @Test
    void onlyTheOwnerCanReadWhatIsKept() throws Exception {
        killed(HALF_WAY);
        try (Stream<Path> files = Files.list(runs())) {
            assertThat(files)
                    .isNotEmpty()
                    .allMatch(file -> permissions(file).equals("rw-------"), "can be read by its owner alone");
        }
        assertThat(permissions(runs())).isEqualTo("rwx------");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsDoneAndWasChangedSinceIsReportedAndLeftUntilItIsPutBack() throws Exception {
        site.shakebook("run", "sync", "--yes").exits(7);
        String service = "/api/v1/namespaces/redis-b/services/redis-b-sync-svc";
        String selector = site.api("site-b").get(service).value("/spec/selector/app.kubernetes.io~1name");
        edit(service, "theirs");
        resume("last", "--confirm", "all")
                .exits(4)
                .says(
                        "somebody changed Service redis-b/redis-b-sync-svc since this run did; it is left so",
                        "is now \"theirs\", by kubectl-edit",
                        "if that is put back: shakebook resume r-");
        assertThat(AuditedWrites.below(folder).done()).hasSize(7);
        edit(service, selector);
        resume("last", "--confirm", "all").exits(0);
        allIsWrittenOnce();
    }

    private void edit(String service, String name) {
        site.api("site-b")
                .patch(
                        io.shakebook.testkit.apiserver.ApiClient.MERGE_PATCH,
                        service + "?fieldManager=kubectl-edit",
                        "{spec: {selector: {'app.kubernetes.io/name': '" + name + "'}}}")
                .is(200);
    }

    @Test
    void aReportTellsWhoApprovedWhatWasDoneMeasuredAndResumed() throws Exception {
        String run = killed(HALF_WAY);
        site.command("runs", "list").exits(0).says(run, "redis-dr/sync", "cut off", "go on: shakebook resume " + run);
        resume(run, "--confirm", "all=ticket 12").exits(0);
        site.command("runs", "show", run)
                .exits(0)
                .says(
                        "Run " + run + " of redis-dr/sync: done",
                        "begun by li@ops-1, approved: --yes",
                        "taken up again by li@ops-1",
                        "(--confirm): ticket 12",
                        "Service redis-a/redis-a-leader-svc-0 on site-a: written",
                        "measured ready pods: 1 of 1",
                        "gave cluster-ip = ");
        String markdown = site.command("runs", "show", run, "--format", "markdown")
                .exits(0)
                .out();
        assertThat(markdown)
                .startsWith("### Run `" + run + "` of `redis-dr/sync`: `done`\n")
                .contains("```text");
        String json =
                site.command("runs", "show", run, "--format", "json").exits(0).out();
        assertThat(json).contains("\"state\": \"ready\"", "\"resumptions\": 1");
        assertThat(site.everythingShown()).doesNotContain("demo-password");
    }

    @Test
    void pruningSparesWhatCanGoOnUnlessToldOtherwise() throws Exception {
        site.run("sync").exits(0);
        String cut = killed(3);
        site.command("runs", "prune").exits(64).says("--older-than AGE, --keep NUMBER");
        site.command("runs", "prune", "--older-than", "soon").exits(64);
        site.command("runs", "prune", "--older-than", "1d").exits(0).says("0 runs removed");
        site.command("runs", "prune", "--keep", "0").exits(0).says("kept " + cut, "1 run removed");
        assertThat(journal(cut)).exists();
        site.command("runs", "prune", "--keep", "0", "--unfinished").exits(0).says("removed " + cut);
        site.command("runs", "list").exits(0).says("No run is kept.");
        try (Stream<Path> left = Files.list(runs())) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly("format");
        }
    }
}
