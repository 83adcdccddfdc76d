// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Mandate;
import io.shakebook.cli.Planned;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.event.FileJournal;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunFolder;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.event.RunIds;
import io.shakebook.engine.lock.LeaseLock;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.engine.plan.Unusable;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.PlanRun;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.RunPorts;
import io.shakebook.engine.run.StopSignal;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.kubernetes.KubernetesClusters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Carries out plans over open clusters. The plan's text is the program, and is kept beside the journal. */
final class PlanCarrier {
    private final Machine machine;
    private final Catalog catalog;
    private final KubernetesClusters clusters;
    private final RunFaults faults;

    PlanCarrier(Machine machine, Catalog catalog, KubernetesClusters clusters) {
        this.machine = machine;
        this.catalog = catalog;
        this.clusters = clusters;
        this.faults = new RunFaults(machine.runs());
    }

    /** @throws LocalFault if the journal cannot be started; nothing was written */
    RunEvent.RunEnded run(Planned planned, Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop)
            throws LocalFault {
        String run = new RunIds(machine.clock(), machine.random()).next();
        String text = planned.file().get();
        try (FileJournal journal = faults.doing(folder -> folder.begin(run, text), machine.clock())) {
            Plan plan = PlanFile.read(text);
            PlanRun walk = new PlanRun(
                    plan,
                    mandate.span(),
                    ports(mandate.takeOver()),
                    approvals,
                    journal,
                    listener,
                    stop,
                    RunHistory.none());
            mandate.parallel().ifPresent(walk::atMost);
            return walk.run(new RunEvent.RunStarted(
                    run,
                    planned.digest().orElse(""),
                    machine.who(),
                    mandate.how(),
                    mandate.span(),
                    revisions(plan.made()),
                    Optional.of(machine.folder().toAbsolutePath().normalize().toString())));
        } catch (Unusable e) {
            throw new IllegalStateException("a plan that was just made cannot be read back: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw faults.notWritten(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw faults.notWritten(e);
        }
    }

    private static Map<String, String> revisions(Made made) {
        Map<String, String> revisions = new LinkedHashMap<>();
        made.playbook().git().ifPresent(state -> revisions.put("playbook", state.whole()));
        made.inventory().git().ifPresent(state -> revisions.put("inventory", state.whole()));
        return revisions;
    }

    /** A run that is taken up again. */
    record Resumed(String run, Plan plan, RunFolder.Reopened reopened) {}

    /** @throws LocalFault if the journal cannot be written; nothing was */
    RunEvent.RunEnded resume(
            Resumed resumed, Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop)
            throws LocalFault {
        RunFolder.Reopened reopened = resumed.reopened();
        try {
            PlanRun walk = new PlanRun(
                    resumed.plan(),
                    mandate.span(),
                    ports(mandate.takeOver()),
                    approvals,
                    reopened.journal(),
                    listener,
                    stop,
                    reopened.history());
            mandate.parallel().ifPresent(walk::atMost);
            return walk.resume(resumed.run(), machine.who());
        } catch (UncheckedIOException e) {
            throw faults.notWritten(Objects.requireNonNull(e.getCause()));
        }
    }

    private RunLock lock(Optional<String> takeOver, FileFormats formats) {
        KeptPlans plans = new KeptPlans(new RunFolder(machine.runs(), machine.clock()));
        return new LeaseLock(clusters, clusters.writer(formats), new MachineTime(machine.clock()), plans, takeOver);
    }

    RunPorts ports(Optional<String> takeOver) {
        FileFormats formats = new StandardFileFormats();
        return new RunPorts(
                clusters,
                clusters,
                clusters.writer(formats),
                clusters.preview(formats),
                new StaleCheck(clusters.secrets(), formats),
                formats,
                catalog,
                lock(takeOver, formats),
                machine.clock());
    }
}
