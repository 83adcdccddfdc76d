// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Mandate;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Resumption;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunFolder;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import io.shakebook.spi.Unanswered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A run that is taken up again. Its plan says how its clusters are reached. */
final class EngineResumption implements Resumption {
    private final Machine machine;
    private final String run;
    private final String planFile;
    private final Planned planned;
    private final RunFolder.Reopened reopened;
    private final Optional<Path> elsewhere;
    private Optional<EnginePlanFiles.Open> open = Optional.empty();

    /** @param machine in the folder that relative paths of the plan are relative to */
    EngineResumption(
            Machine machine,
            String run,
            String planFile,
            Planned planned,
            RunFolder.Reopened reopened,
            Optional<Path> elsewhere) {
        this.elsewhere = elsewhere;
        this.machine = machine;
        this.run = run;
        this.planFile = planFile;
        this.planned = planned;
        this.reopened = reopened;
    }

    @Override
    public String run() {
        return run;
    }

    @Override
    public RunHistory history() {
        return reopened.history();
    }

    @Override
    public Planned planned() {
        return planned;
    }

    @Override
    public String planFile() {
        return planFile;
    }

    @Override
    public Optional<Path> elsewhere() {
        return elsewhere;
    }

    @Override
    public void connect() throws Mistakes, LocalFault, Unanswered {
        open = Optional.of(connected());
    }

    EnginePlanFiles.Open connected() throws Mistakes, LocalFault, Unanswered {
        return new EnginePlanFiles(machine).connected(planned);
    }

    @Override
    public RunEnded resume(Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop)
            throws LocalFault {
        EnginePlanFiles.Open clusters = open.orElseThrow(() -> new IllegalStateException("not connected"));
        return clusters.carrier()
                .resume(new PlanCarrier.Resumed(run, planned.plan(), reopened), mandate, approvals, listener, stop);
    }

    @Override
    public void close() {
        open.ifPresent(EnginePlanFiles.Open::close);
        try {
            reopened.journal().close();
        } catch (IOException e) {
            throw new IllegalStateException("a journal cannot be closed", e);
        }
    }
}
