// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.engine.event.FileJournal;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunFolder;
import io.shakebook.engine.event.RunIds;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.PlanRun;
import io.shakebook.engine.run.RunPorts;
import io.shakebook.engine.run.StopSignal;
import java.util.Optional;

/** Plans and runs in this process, with a journal and a writer that end as if the process had been killed. */
public final class CutOffRun {
    private final Machine machine;

    /**
     * What came of it.
     *
     * @param killed whether it was cut off; false if it came to its end before
     * @param lines that its journal got, or would have got next
     */
    public record Ended(String run, String digest, boolean killed, int lines) {}

    public CutOffRun(Machine machine) {
        this.machine = machine;
    }

    /** @param line, before as of {@link CutOff} */
    public Ended run(PlanRequest request, int line, boolean before) throws Exception {
        return run(request, new CutOff(line, before));
    }

    /** @param line of the journal for which there is no room any more */
    public Ended runOutOfRoom(PlanRequest request, int line) throws Exception {
        return run(request, CutOff.fullDisk(line));
    }

    private Ended run(PlanRequest request, CutOff cut) throws Exception {
        Planned planned;
        try (Session session = new Engine(machine).open(request)) {
            planned = session.plan();
        }
        String run = new RunIds(machine.clock(), machine.random()).next();
        String digest = planned.digest().orElseThrow();
        try (EnginePlanFiles.Open open = new EnginePlanFiles(machine).connected(planned);
                FileJournal journal = new RunFolder(machine.runs(), machine.clock())
                        .begin(run, planned.file().get())) {
            PlanRun walk = new PlanRun(
                    planned.plan(),
                    ports(open.carrier().ports(Optional.empty()), cut),
                    (address, question) -> Optional.of(Approvals.Answer.yes("li@ops-1", "--confirm", "ticket 12")),
                    cut.journal(journal),
                    event -> {},
                    new StopSignal());
            walk.run(new RunEvent.RunStarted(run, digest, machine.who(), "--yes"));
            return new Ended(run, digest, false, cut.lines());
        } catch (CutOff.Killed e) {
            cut.awaitSilence();
            return new Ended(run, digest, true, cut.lines());
        }
    }

    private static RunPorts ports(RunPorts all, CutOff cut) {
        return new RunPorts(
                all.clusters(),
                all.collections(),
                cut.writer(all.writer()),
                all.preview(),
                all.staleCheck(),
                all.formats(),
                all.catalog(),
                cut.lock(all.lock()),
                all.clock());
    }
}
