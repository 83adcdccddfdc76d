// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.cli.Signals;
import io.shakebook.cli.Ticks;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.FailureReport;
import io.shakebook.cli.report.RunDisplay;
import io.shakebook.cli.report.RunEndReport;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.StepFailed;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carries out an approved plan in front of a person: shows it, asks, listens for Ctrl-C, and says how it ended. */
final class WatchedRun {
    private final Surroundings around;
    private final Console console;
    private final Confirmations confirmations;
    private final CommonOptions options;

    WatchedRun(Surroundings around, Confirmations confirmations, CommonOptions options) {
        this.around = around;
        this.console = around.console();
        this.confirmations = confirmations;
        this.options = options;
    }

    ExitCode run(Session session, Planned planned, String how, TypedCommand next) throws LocalFault {
        RunDisplay display = console.display(planned.plan(), around.clock(), options.quiet, options.verbose);
        TypedApprovals approvals = new TypedApprovals(confirmations, console, display, around.who());
        List<StepFailed> failures = new CopyOnWriteArrayList<>();
        RunEnded ended = watched(session, planned, how, approvals, display, failures);
        display.pause();
        console.note("\n" + new FailureReport(console.noteScreen()).text(planned.plan(), failures));
        ended.summary().pausedAt().ifPresent(address -> next.add("--confirm", address));
        ExitCode code = ExitCode.of(ended.outcome());
        Optional<String> command = Optional.of(next.toString()).filter(some -> code != ExitCode.DONE);
        console.result(new RunEndReport(console.screen()).text(planned.plan(), ended, command));
        return code;
    }

    private RunEnded watched(
            Session session,
            Planned planned,
            String how,
            TypedApprovals approvals,
            RunDisplay display,
            List<StepFailed> failures)
            throws LocalFault {
        StopSignal stop = new StopSignal();
        RunListener listener = event -> {
            if (event instanceof StepFailed failed) {
                failures.add(failed);
            }
            display.heard(event);
        };
        Ticks.Beat beat = around.ticks().everySecond(display::redraw);
        Signals.Watch watch = around.signals().watch(() -> stop(stop));
        try {
            return session.run(planned, how, approvals, listener, stop);
        } finally {
            watch.close();
            beat.close();
        }
    }

    private void stop(StopSignal stop) {
        stop.ask();
        console.stopAsking();
    }
}
