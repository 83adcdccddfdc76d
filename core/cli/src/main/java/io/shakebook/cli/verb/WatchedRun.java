// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Carrier;
import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Signals;
import io.shakebook.cli.Ticks;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.FailureReport;
import io.shakebook.cli.report.Heard;
import io.shakebook.cli.report.Next;
import io.shakebook.cli.report.RunDisplay;
import io.shakebook.cli.report.RunEndReport;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import java.util.Optional;

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

    ExitCode run(Carrier carrier, Planned planned, Optional<String> takeOver, String how, TypedCommand next)
            throws LocalFault {
        RunDisplay display = console.display(planned.plan(), around.clock(), options.quiet, options.verbose);
        TypedApprovals approvals = new TypedApprovals(confirmations, console, display, around.who());
        Heard heard = new Heard();
        RunEnded ended = watched(
                carrier,
                planned,
                takeOver,
                how,
                approvals,
                event -> {
                    heard.heard(event);
                    display.heard(event);
                    if (event instanceof RunEvent.LockLost) {
                        console.stopAsking();
                    }
                },
                display);
        display.pause();
        FailureReport failures = new FailureReport(console.noteScreen());
        console.note("\n" + heard.lockRefused().map(failures::text).orElse("")
                + failures.text(planned.plan(), heard.failures()));
        Optional<Next> command = new NextStep(planned.plan(), heard, next).after(ended);
        console.result(new RunEndReport(console.screen()).text(planned.plan(), ended, heard, command));
        takeOver(heard, next).ifPresent(last -> console.result(last.line()));
        return ExitCode.of(ended.outcome());
    }

    /** Whole and unbroken, so that it can be pasted. */
    private static Optional<Next> takeOver(Heard heard, TypedCommand next) {
        return heard.heldBy()
                .map(run -> new Next(
                        "if that run is dead", next.add("--take-over", run).toString()));
    }

    private RunEnded watched(
            Carrier carrier,
            Planned planned,
            Optional<String> takeOver,
            String how,
            TypedApprovals approvals,
            RunListener listener,
            RunDisplay display)
            throws LocalFault {
        StopSignal stop = new StopSignal();
        Ticks.Beat beat = around.ticks().everySecond(display::redraw);
        Signals.Watch watch = around.signals().watch(() -> stop(stop));
        try {
            return carrier.run(planned, takeOver, how, approvals, listener, stop);
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
