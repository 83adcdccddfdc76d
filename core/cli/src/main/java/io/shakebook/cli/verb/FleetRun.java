// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.Mandate;
import io.shakebook.cli.Signals;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.FleetJson;
import io.shakebook.cli.report.FleetReport;
import io.shakebook.cli.report.Next;
import io.shakebook.cli.report.PlanReport;
import io.shakebook.cli.report.QuestionReport;
import io.shakebook.cli.verb.FleetSessions.Member;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.run.Questions;
import io.shakebook.engine.run.Questions.Question;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries out the plans of a fleet one after the other, after one approval of all; ends at the first that does not end well. */
final class FleetRun {
    private final Surroundings around;
    private final Console console;
    private final RunVerb options;
    private final FleetSessions sessions;
    private final Map<String, Confirmations> confirmations = new LinkedHashMap<>();

    /** @param options of the command line */
    FleetRun(RunVerb options, FleetSessions sessions) {
        this.around = options.progress.people(options.around);
        this.console = around.console();
        this.options = options;
        this.sessions = sessions;
    }

    /** @param next the same command once more */
    ExitCode run(TypedCommand next) throws LocalFault {
        for (Member member : sessions.members()) {
            confirmations.put(
                    member.entry(),
                    options.approval.confirmations(member.planned().plan()));
            options.spans.span(member.planned().plan());
        }
        show();
        List<Member> previews = sessions.previews();
        if (!previews.isEmpty()) {
            previews.forEach(one -> Failures.preview(console, one.planned(), "nothing was written"));
            return ExitCode.UNREACHABLE;
        }
        List<Diagnostic> inTheWay = sessions.members().stream()
                .map(one -> one.planned().plan())
                .flatMap(plan -> SpanOptions.refused(options.spans.span(plan), plan).stream())
                .toList();
        if (!inTheWay.isEmpty()) {
            return Failures.print(console, inTheWay, "nothing was written", ExitCode.REFUSED);
        }
        AtomicBoolean interrupted = new AtomicBoolean();
        Optional<String> how = approved(interrupted);
        return interrupted.get() || how.isEmpty() ? refused(interrupted.get(), next) : carryOut(how.get(), next);
    }

    private void show() {
        FleetReport fleet = new FleetReport(console.screen(), sessions.fleet());
        FleetReport notes = new FleetReport(console.noteScreen(), sessions.fleet());
        console.note(notes.head());
        for (Member member : sessions.members()) {
            Plan plan = member.planned().plan();
            List<Question> questions = Questions.of(plan, options.spans.span(plan));
            if (!console.asks() && !questions.isEmpty()) {
                List<Question> open = confirmations(member).open(questions);
                console.note(notes.title(member.entry()));
                console.note(new QuestionReport(console.noteScreen()).preview(questions, open));
            }
            if (!options.common.quiet || member.planned().preview()) {
                console.result(fleet.title(member.entry()));
                console.result(new PlanReport(console.screen())
                        .text(plan, member.planned().digest(), Optional.empty()));
            }
        }
        console.result(fleet.summary(sessions.parts()));
    }

    private Confirmations confirmations(Member member) {
        return confirmations.getOrDefault(member.entry(), new Confirmations(List.of()));
    }

    private Optional<String> approved(AtomicBoolean interrupted) {
        boolean changes =
                sessions.members().stream().anyMatch(one -> one.planned().plan().changesAnything());
        if (!changes) {
            return Optional.of("nothing to change");
        }
        if (options.approval.yes) {
            return Optional.of("--yes");
        }
        Signals.Watch watch = around.signals().watch(() -> {
            interrupted.set(true);
            console.stopAsking();
        });
        try {
            return console.ask(new FleetReport(console.noteScreen(), sessions.fleet()).question(sessions.parts()))
                    .filter(answer -> QuestionReport.isYes(answer.strip()))
                    .map(answer -> "prompt");
        } finally {
            watch.close();
        }
    }

    private ExitCode refused(boolean interrupted, TypedCommand next) {
        if (interrupted) {
            Diagnostic stopped = Diagnostic.error("interrupted", "asked to stop before the plans were approved", "");
            Failures.print(console, List.of(stopped), "nothing was written", ExitCode.INTERRUPTED);
            console.result(Next.goOn(next.toString()).line());
            return ExitCode.INTERRUPTED;
        }
        Diagnostic why = console.asks()
                ? Diagnostic.error("not-approved", "the plans were not approved", "")
                : Diagnostic.error(
                        "not-approved",
                        "nobody can be asked: there is no terminal",
                        "add --yes to carry out the plans without asking");
        Failures.print(console, List.of(why), "nothing was written", ExitCode.REFUSED);
        console.result(Next.goOn((console.asks() ? next : next.add("--yes")).toString())
                .line());
        return ExitCode.REFUSED;
    }

    private ExitCode carryOut(String how, TypedCommand next) throws LocalFault {
        FleetJson json = new FleetJson(sessions.fleet());
        Map<String, ExitCode> codes = new LinkedHashMap<>();
        boolean changed = false;
        ExitCode code = ExitCode.DONE;
        for (Member member : sessions.members()) {
            program(json.begun(around.clock().instant(), member.entry()));
            console.result(new FleetReport(console.screen(), sessions.fleet()).title(member.entry()));
            ExitCode ended = one(member, how);
            codes.put(member.entry(), ended);
            if (ended != ExitCode.DONE) {
                code = overall(ended, changed);
                break;
            }
            changed = changed || member.planned().plan().changesAnything();
        }
        List<FleetReport.Ended> all = new ArrayList<>();
        sessions.members()
                .forEach(one ->
                        all.add(new FleetReport.Ended(one.entry(), Optional.ofNullable(codes.get(one.entry())))));
        console.result(new FleetReport(console.screen(), sessions.fleet()).end(all));
        if (code != ExitCode.DONE && all.stream().anyMatch(one -> one.code().isEmpty())) {
            console.result(new Next("once that entry is well, the rest", next.toString()).line());
        }
        program(json.ended(around.clock().instant(), all, code));
        return code;
    }

    /** For another program. */
    private void program(String line) {
        if (options.progress.format == ProgressOptions.Format.json) {
            options.around.console().result(line);
        }
    }

    private ExitCode one(Member member, String how) throws LocalFault {
        Plan plan = member.planned().plan();
        Mandate mandate = options.mandates.mandate(how, options.spans.span(plan));
        TypedCommand again = options.repeated(new TypedCommand(around.program(), "run", member.request()));
        return new WatchedRun(around, confirmations(member), options.common, options.progress.program(options.around))
                .run(
                        plan,
                        (approvals, listener, stop) ->
                                member.session().run(member.planned(), mandate, approvals, listener, stop),
                        heard -> new NextStep(
                                plan,
                                heard,
                                around.program(),
                                again,
                                options.approval,
                                options.state,
                                options.mandates));
    }

    /** "Nothing was changed" is not true of a fleet in which an entry before was changed. */
    private static ExitCode overall(ExitCode ended, boolean changedBefore) {
        return switch (ended) {
            case FAILED, REFUSED, LOCKED -> changedBefore ? ExitCode.FAILED_PART_WAY : ended;
            default -> ended;
        };
    }
}
