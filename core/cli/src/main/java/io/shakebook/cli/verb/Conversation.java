// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Carrier;
import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Mandate;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Signals;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Next;
import io.shakebook.cli.report.PlanReport;
import io.shakebook.cli.report.QuestionReport;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.Span;
import io.shakebook.engine.run.Questions;
import io.shakebook.engine.run.Questions.Question;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows a plan, asks whether it is to be carried out, and does so in front of whoever said yes. */
final class Conversation {
    private final Surroundings around;
    private final Console console;
    private final ExecutingVerb options;
    private final ApprovalOptions approval;

    /** @param options of the command line */
    Conversation(ExecutingVerb options) {
        this.around = options.progress.people(options.around);
        this.console = around.console();
        this.options = options;
        this.approval = options.approval;
    }

    /** @param next the same command once more, for when a run ends before its end */
    ExitCode about(Planned planned, Carrier carrier, TypedCommand next) throws LocalFault {
        TypedCommand anew = options.bounded(next);
        Confirmations confirmations = approval.confirmations(planned.plan());
        Plan plan = planned.plan();
        Span span = options.spans.span(plan);
        List<Question> questions = Questions.of(plan, span);
        if (!console.asks() && !questions.isEmpty()) {
            console.note(new QuestionReport(console.noteScreen()).preview(questions, confirmations.open(questions)));
        }
        if (!options.common.quiet || planned.preview()) {
            PlanReport report = new PlanReport(console.screen());
            console.result(
                    asks(plan)
                            ? report.beforeItsQuestion(plan)
                            : report.text(plan, planned.digest(), Optional.empty()));
        }
        if (planned.preview()) {
            return Failures.preview(console, planned, "nothing was written");
        }
        if (!span.inTheWay(plan).isEmpty()) {
            return Failures.print(console, SpanOptions.refused(span, plan), "nothing was written", ExitCode.REFUSED);
        }
        AtomicBoolean interrupted = new AtomicBoolean();
        Signals.Watch watch = around.signals().watch(() -> {
            interrupted.set(true);
            console.stopAsking();
        });
        Optional<String> how;
        try {
            how = approved(planned);
        } finally {
            watch.close();
        }
        if (interrupted.get() || how.isEmpty()) {
            return refused(planned, interrupted.get(), anew);
        }
        Mandate mandate = options.mandates.mandate(how.get(), span);
        return new WatchedRun(around, confirmations, options.common, options.progress.program(options.around))
                .run(
                        plan,
                        (approvals, listener, stop) -> carrier.run(planned, mandate, approvals, listener, stop),
                        heard -> new NextStep(
                                plan, heard, around.program(), anew, approval, options.state, options.mandates));
    }

    /** How the plan was approved; empty if it was not. */
    private Optional<String> approved(Planned planned) {
        if (!planned.plan().changesAnything()) {
            return Optional.of("nothing to change");
        }
        if (approval.digest.isPresent()) {
            return approval.digest.filter(digest -> isOf(digest, planned)).map(digest -> "--approve-digest");
        }
        if (approval.yes) {
            return Optional.of("--yes");
        }
        return console.ask(new QuestionReport(console.noteScreen()).plan(planned.plan(), planned.digest()))
                .filter(answer -> QuestionReport.isYes(answer.strip()))
                .map(answer -> "prompt");
    }

    private boolean asks(Plan plan) {
        return console.asks() && plan.changesAnything() && !approval.yes && approval.digest.isEmpty();
    }

    private static boolean isOf(GivenDigest digest, Planned planned) {
        return planned.digest().filter(digest::is).isPresent();
    }

    private ExitCode refused(Planned planned, boolean interrupted, TypedCommand next) {
        if (interrupted) {
            Diagnostic stopped = Diagnostic.error("interrupted", "asked to stop before the plan was approved", "");
            Failures.print(console, List.of(stopped), "nothing was written", ExitCode.INTERRUPTED);
            goOn(next);
            return ExitCode.INTERRUPTED;
        }
        if (approval.digest.isPresent()) {
            return anotherPlan(planned, approval.digest.get());
        }
        String why = console.asks() ? "the plan was not approved" : "nobody can be asked: there is no terminal";
        String[] given = approval.byDigestAlone
                ? new String[] {"--approve-digest", planned.digest().orElse("")}
                : new String[] {"--yes"};
        String remedy =
                console.asks() ? "" : "add " + String.join(" ", given) + " to carry out the plan without asking";
        Failures.print(
                console,
                List.of(Diagnostic.error("not-approved", why, remedy)),
                "nothing was written",
                ExitCode.REFUSED);
        goOn(console.asks() ? next : next.add(given));
        return ExitCode.REFUSED;
    }

    private ExitCode anotherPlan(Planned planned, GivenDigest approved) {
        String found = planned.digest().orElse("none");
        Diagnostic other = Diagnostic.error(
                "another-plan",
                "this is not the plan that was approved: its digest is " + found + ", and approved was "
                        + approved.typed(),
                "review this plan, and give its own digest to approve it");
        return Failures.print(console, List.of(other), "nothing was written", ExitCode.REFUSED);
    }

    private void goOn(TypedCommand next) {
        console.result(Next.goOn(next.toString()).line());
    }
}
