// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Mandate;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.plan.Digest;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.engine.planning.DriftFinder;
import io.shakebook.engine.planning.DriftPorts;
import io.shakebook.engine.planning.Expander;
import io.shakebook.engine.planning.Expansion;
import io.shakebook.engine.planning.LiveFacts;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.Planner;
import io.shakebook.engine.planning.PlanningPorts;
import io.shakebook.engine.planning.Required;
import io.shakebook.engine.planning.StepDraft;
import io.shakebook.engine.planning.Unplannable;
import io.shakebook.engine.reading.Expected;
import io.shakebook.engine.reading.ReadOnce;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.kubernetes.Deadlines;
import io.shakebook.kubernetes.KubernetesClusters;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One playbook over one inventory, with its connections. */
final class EngineSession implements Session {
    private static final int READERS = 8;

    private final Machine machine;
    private final Catalog catalog;
    private final PlanRequest request;
    private final FileFormats formats = new StandardFileFormats();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Optional<KubernetesClusters> connected = Optional.empty();
    private Optional<EmbeddedFolders> folders = Optional.empty();

    EngineSession(Machine machine, Catalog catalog, PlanRequest request) {
        this.machine = machine;
        this.catalog = catalog;
        this.request = request;
    }

    /** What is done with a playbook whose facts are known. */
    private interface Work<T> {
        T of(Planner planner, Expansion expansion, Revisions revisions)
                throws Unplannable, LocalFault, InterruptedException;
    }

    @Override
    public Planned plan() throws Mistakes, Unplannable, LocalFault {
        return planning((planner, expansion, revisions) -> {
            Plan plan = planner.plan(expansion).from(revisions.playbook(), revisions.inventory());
            boolean preview = !plan.seen().unreachable().isEmpty();
            Optional<String> digest =
                    preview ? Optional.empty() : Optional.of(Digest.of(plan).text());
            return new Planned(plan, digest, () -> PlanFile.write(plan));
        });
    }

    @Override
    public Required permissions() throws Mistakes, Unplannable, LocalFault {
        return planning((planner, expansion, revisions) -> planner.required(expansion));
    }

    private <T> T planning(Work<T> work) throws Mistakes, Unplannable, LocalFault {
        Engine.Checked checked = Engine.demanded(machine, catalog, request);
        Revisions revisions = Revisions.lookUp(checked, request);
        KubernetesClusters clusters = connect(checked.inventory());
        ReadOnce once = new ReadOnce(clusters, clusters);
        LiveFacts facts = new LiveFacts(once);
        ExecutorService readers = readers();
        try {
            Planner planner = planner(revisions, ports(clusters, once, facts), readers);
            planner.begin(checked.playbook());
            Expansion expansion = new Expander(catalog, formats).expand(checked.playbook(), facts);
            checkFolders();
            once.expect(expected(expansion));
            T done = work.of(planner, expansion, revisions);
            checkFolders();
            return done;
        } catch (Refusal e) {
            throw new Unplannable(
                    List.of(), List.of(Diagnostic.error(e.code(), String.valueOf(e.getMessage()), e.remedy())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("planning was interrupted", "plan again");
        } finally {
            readers.shutdownNow();
        }
    }

    private static Expected expected(Expansion expansion) {
        Expected expected = new Expected();
        for (StepDraft draft : expansion.steps()) {
            draft.module().ifPresent(module -> expected.step(module.spec().name(), draft.cluster(), draft.namespace()));
        }
        return expected;
    }

    @Override
    public Drift drift() throws Mistakes, LocalFault {
        Engine.Checked checked = Engine.demanded(machine, catalog, request);
        Revisions revisions = Revisions.lookUp(checked, request);
        KubernetesClusters clusters = connect(checked.inventory());
        ExecutorService readers = readers();
        try {
            ReadOnce once = new ReadOnce(clusters, clusters);
            DriftPorts ports = new DriftPorts(once, clusters.secrets(), formats, machine.tool());
            Drift drift = new DriftFinder(ports, revisions.playbook(), revisions.inventory(), machine.clock(), readers)
                    .find(new Expander(catalog, formats), checked.playbook());
            checkFolders();
            return drift;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("the comparison was interrupted", "start it again");
        } finally {
            readers.shutdownNow();
        }
    }

    /**
     * @throws LocalFault if an embedded cluster did not answer because its own folder cannot be used
     * @throws Mistakes if it did not because what it is to start with is wrong
     */
    private void checkFolders() throws LocalFault, Mistakes {
        Optional<IOException> broken = folders.flatMap(EmbeddedFolders::broken);
        if (broken.isPresent() && broken.get() instanceof SeedFile.Wrong seed) {
            throw new Mistakes(seed.diagnostics());
        }
        if (broken.isPresent()) {
            throw new LocalFault(
                    String.valueOf(broken.get().getMessage()),
                    "make the folder writable, set XDG_STATE_HOME, or start anew with: demo reset -i "
                            + request.inventory());
        }
    }

    private PlanningPorts ports(KubernetesClusters clusters, ReadOnce once, LiveFacts facts) {
        return new PlanningPorts(
                once,
                facts,
                clusters.access(),
                clusters.preview(formats),
                new Differ(clusters.secrets(), formats),
                new ContentDigest(formats),
                machine.tool());
    }

    /** What the plan was made from is put into it last. */
    private Planner planner(Revisions revisions, PlanningPorts ports, ExecutorService readers) {
        return new Planner(ports, revisions.namedPlaybook(), revisions.namedInventory(), machine.clock(), readers);
    }

    private static ExecutorService readers() {
        return Executors.newFixedThreadPool(READERS, work -> {
            Thread thread = new Thread(work, "plan");
            thread.setDaemon(true);
            return thread;
        });
    }

    private KubernetesClusters connect(Inventories.Opened inventory) throws Mistakes, LocalFault {
        Path folder = inventory.home();
        EmbeddedFolders embedded =
                new EmbeddedFolders(machine, inventory.inventory().name(), folder, inventory.tree());
        open.push(embedded);
        folders = Optional.of(embedded);
        KubernetesClusters clusters = new Connections(machine)
                .open(
                        inventory.inventory().clusters().values(),
                        embedded,
                        folder,
                        machine.deadlines().orElse(Deadlines.USUAL));
        open.push(clusters);
        connected = Optional.of(clusters);
        return clusters;
    }

    /** The plan is written and read back first: what is carried out is what a plan file would hold, and nothing else. */
    @Override
    public RunEvent.RunEnded run(
            Planned planned, Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop)
            throws LocalFault {
        KubernetesClusters clusters = connected.orElseThrow(() -> new IllegalStateException("nothing was planned"));
        return new PlanCarrier(machine, catalog, clusters).run(planned, mandate, approvals, listener, stop);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a connection cannot be closed", e);
            }
        }
    }
}
