// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Signals;
import io.shakebook.cli.Ticks;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.FailureReport;
import io.shakebook.cli.report.Heard;
import io.shakebook.cli.report.RunDisplay;
import io.shakebook.cli.report.RunEndReport;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import java.util.function.Function;

/** Carries out an approved plan in front of a person: shows it, asks, listens for Ctrl-C, and says how it ended. */
final class WatchedRun {
    private final Surroundings around;
    private final Console console;
    private final Confirmations confirmations;
    private final CommonOptions options;
    private final RunListener program;

    /** What is watched: returns when nothing runs any more. */
    interface Walk {
        RunEnded walk(Approvals approvals, RunListener listener, StopSignal stop) throws LocalFault;
    }

    /** @param program hears what is for another program */
    WatchedRun(Surroundings around, Confirmations confirmations, CommonOptions options, RunListener program) {
        this.around = around;
        this.console = around.console();
        this.confirmations = confirmations;
        this.options = options;
        this.program = program;
    }

    /** @param next what is to be typed then, from what was heard */
    ExitCode run(Plan plan, Walk walk, Function<Heard, NextStep> next) throws LocalFault {
        return run(plan, walk, next, new Heard());
    }

    /** @param heard knows already what was said before */
    ExitCode run(Plan plan, Walk walk, Function<Heard, NextStep> next, Heard heard) throws LocalFault {
        RunDisplay display = console.display(plan, around.clock(), options.quiet, options.verbose);
        TypedApprovals approvals = new TypedApprovals(confirmations, console, display, around.who());
        RunListener listener = event -> {
            heard.heard(event);
            display.heard(event);
            program.heard(event);
            if (event instanceof RunEvent.LockLost) {
                console.stopAsking();
            }
        };
        RunEnded ended = watched(walk, approvals, listener, display);
        FailureReport failures = new FailureReport(console.noteScreen());
        console.note("\n" + heard.lockRefused().map(failures::text).orElse("") + failures.text(plan, heard.failures()));
        console.result(new RunEndReport(console.screen())
                .text(plan, ended, heard, next.apply(heard).after(ended)));
        return ExitCode.of(ended.outcome());
    }

    private RunEnded watched(Walk walk, TypedApprovals approvals, RunListener listener, RunDisplay display)
            throws LocalFault {
        StopSignal stop = new StopSignal();
        Ticks.Beat beat = around.ticks().everySecond(display::redraw);
        Signals.Watch watch = around.signals().watch(() -> stop(stop));
        try {
            return walk.walk(approvals, listener, stop);
        } finally {
            watch.close();
            beat.close();
            console.leave(display);
        }
    }

    private void stop(StopSignal stop) {
        stop.ask();
        console.stopAsking();
    }
}
