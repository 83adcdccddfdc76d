// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.KeptRun;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.NoRun;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Runs;
import io.shakebook.engine.event.Busy;
import io.shakebook.engine.event.Journal;
import io.shakebook.engine.event.RunFolder;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.plan.Digest;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.engine.plan.Unusable;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The runs that this user's folder keeps. */
public final class EngineRuns implements Runs {
    private final Machine machine;
    private final RunFolder folder;
    private final RunFaults faults;

    public EngineRuns(Machine machine) {
        this.machine = machine;
        this.folder = new RunFolder(machine.runs(), machine.clock());
        this.faults = new RunFaults(machine.runs());
    }

    @Override
    public EngineResumption take(String typed) throws NoRun, Mistakes, LocalFault {
        String run = new RunNames(folder, machine.runs()).find(typed);
        RunFolder.Reopened reopened = reopened(run);
        try {
            Planned planned = planned(run, reopened.history());
            Optional<Path> elsewhere = Begun.elsewhere(reopened.history(), planned.plan(), machine);
            return new EngineResumption(
                    elsewhere.map(machine::in).orElse(machine),
                    run,
                    folder.planFile(run).toString(),
                    planned,
                    reopened,
                    elsewhere);
        } catch (Mistakes | LocalFault | RuntimeException e) {
            close(reopened);
            throw e;
        }
    }

    @Override
    public List<KeptRun> all() throws LocalFault {
        return new RunNames(folder, machine.runs())
                .all().stream()
                        .map(this::kept)
                        .sorted(Comparator.comparing(EngineRuns::begun)
                                .thenComparing(KeptRun::id)
                                .reversed())
                        .toList();
    }

    @Override
    public KeptRun read(String typed) throws NoRun, LocalFault {
        return kept(new RunNames(folder, machine.runs()).find(typed));
    }

    @Override
    public void remove(String run) throws LocalFault {
        try {
            folder.remove(run);
        } catch (IOException e) {
            throw new LocalFault(
                    "the run " + run + " cannot be removed: " + e.getMessage(), "allow writing in " + machine.runs());
        }
    }

    private static Instant begun(KeptRun run) {
        return run.history().at().orElse(Instant.MIN);
    }

    private KeptRun kept(String run) {
        Optional<Journal> journal = Optional.empty();
        Optional<Plan> plan = Optional.empty();
        Optional<String> damage = Optional.empty();
        boolean busy = false;
        try {
            busy = folder.busy(run);
            journal = Optional.of(folder.journal(run));
            plan = Optional.of(PlanFile.read(folder.plan(run)));
        } catch (IOException | Journal.Corrupt | Unusable e) {
            damage = Optional.of(String.valueOf(e.getMessage()));
        }
        return new KeptRun(run, busy, journal, plan, damage);
    }

    private RunFolder.Reopened reopened(String run) throws NoRun, LocalFault {
        try {
            return faults.doing(some -> some.reopen(run), machine.clock());
        } catch (Busy e) {
            throw new NoRun(
                    ExitCode.LOCKED,
                    Diagnostic.error(
                            "run-busy",
                            "the run " + run + " is being carried out: " + e.getMessage(),
                            "wait until it has ended, or end that process first"));
        } catch (Journal.Corrupt e) {
            throw corrupt(e);
        } catch (IOException e) {
            throw faults.notWritten(e);
        }
    }

    private static LocalFault corrupt(Journal.Corrupt e) {
        return new LocalFault(
                "the journal of the run was changed after it was written: " + e.getMessage(),
                "restore the file; without it, plan again: a plan reads what is there");
    }

    /** The plan as it was kept, if it is the one that was approved. */
    private Planned planned(String run, RunHistory history) throws LocalFault, Mistakes {
        try {
            String text = folder.plan(run);
            Plan plan = PlanFile.read(text);
            String digest = Digest.of(plan).text();
            String approved = history.started().map(started -> started.digest()).orElse(digest);
            if (!digest.equals(approved)) {
                throw new Unusable("it has the digest " + digest + ", and " + approved + " was approved");
            }
            return new Planned(plan, Optional.of(digest), () -> text);
        } catch (IOException e) {
            throw new LocalFault(
                    "the plan of the run " + run + " cannot be read: " + e.getMessage(),
                    "restore the file; without it, plan again: a plan reads what is there");
        } catch (Unusable e) {
            throw new Mistakes(List.of(Diagnostic.error(
                    "unusable-plan",
                    folder.planFile(run) + " is not the plan that was approved for this run: " + e.getMessage(),
                    "restore the file; without it, plan again: a plan reads what is there")));
        }
    }

    private static void close(RunFolder.Reopened reopened) throws LocalFault {
        try {
            reopened.journal().close();
        } catch (IOException e) {
            throw new LocalFault("a journal cannot be closed: " + e.getMessage(), "try again");
        }
    }
}
