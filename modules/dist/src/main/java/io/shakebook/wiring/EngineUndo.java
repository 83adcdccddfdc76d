// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Mandate;
import io.shakebook.cli.NoRun;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Undoing;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.plan.Digest;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.UndoPlanner;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.kubernetes.KubernetesClusters;
import io.shakebook.spi.Unanswered;
import java.util.List;
import java.util.Optional;

/** Plans ways back from the runs that this user's folder keeps. */
public final class EngineUndo implements Undoing {
    private final Machine machine;

    public EngineUndo(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Undo undo(String typed, List<String> take) throws NoRun, Mistakes, LocalFault, Unanswered {
        UndoPlanner.Request request;
        try (EngineResumption run = new EngineRuns(machine).take(typed)) { // so that nobody goes on with it meanwhile
            request = new UndoPlanner.Request(
                    run.run(),
                    run.planned().digest().orElseThrow(),
                    run.planned().plan(),
                    run.history(),
                    take);
            EnginePlanFiles.Open open = run.connected();
            try {
                Plan plan = new UndoPlanner(ports(open.clusters())).plan(request);
                String text = PlanFile.write(plan);
                String digest = Digest.of(plan).text();
                return new Open(new Planned(plan, Optional.of(digest), () -> text), open);
            } catch (Unanswered | RuntimeException e) {
                open.close();
                throw e;
            }
        }
    }

    private UndoPlanner.Ports ports(KubernetesClusters clusters) {
        FileFormats formats = new StandardFileFormats();
        return new UndoPlanner.Ports(
                clusters,
                clusters.preview(formats),
                clusters.secrets(),
                formats,
                machine.clock(),
                "shakebook " + machine.version());
    }

    private record Open(Planned planned, EnginePlanFiles.Open clusters) implements Undo {
        @Override
        public RunEnded run(
                Planned planned, Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop)
                throws LocalFault {
            return clusters.run(planned, mandate, approvals, listener, stop);
        }

        @Override
        public void close() {
            clusters.close();
        }
    }
}
