// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.Mandate;
import io.shakebook.cli.Resumption;
import io.shakebook.cli.Runs;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Heard;
import io.shakebook.cli.report.Next;
import io.shakebook.cli.report.QuestionReport;
import io.shakebook.cli.report.ResumeReport;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.Span;
import io.shakebook.engine.run.Questions;
import io.shakebook.engine.run.Questions.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code shakebook resume}: go on with a run that was cut off, paused or failed. */
@Command(
        name = "resume",
        description = "Go on with a run: the same plan, under the approval that it has.",
        footer = {
            "",
            "What is done is looked at again and not done again; what was cut off is settled by reading the cluster.",
            "An object that somebody changed since is reported and left so. Neither the playbook nor the plan's file",
            "is needed: the plan is kept with the run.",
            "",
            "Examples:",
            "  shakebook resume last",
            "  shakebook resume r-20261122-2101-k7wd",
            "  shakebook resume k7wd --confirm 'move/clients=ticket 12'",
            ""
        })
public final class ResumeVerb implements Callable<Integer> {
    private final Surroundings around;
    private final Function<Optional<String>, Runs> runs;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ConfirmOptions approval = new ConfirmOptions();

    @Mixin
    StateOption state = new StateOption();

    @Mixin
    MandateOptions mandates = new MandateOptions();

    @Mixin
    ProgressOptions progress = new ProgressOptions();

    @Mixin
    FurtherOptions further = new FurtherOptions();

    @Parameters(
            paramLabel = "RUN",
            description = "The run's id, a beginning or an end of it that no other run has, or \"last\".")
    String run = "";

    /** @param runs by the folder that keeps them */
    public ResumeVerb(Surroundings around, Function<Optional<String>, Runs> runs) {
        this.around = around;
        this.runs = runs;
    }

    @Override
    public Integer call() throws Exception {
        try (Resumption resumption = runs.apply(state.folder).take(run)) {
            return resume(resumption).number();
        }
    }

    private ExitCode resume(Resumption resumption) throws Exception {
        Surroundings people = progress.people(around);
        Console console = people.console();
        RunHistory history = resumption.history();
        Plan plan = resumption.planned().plan();
        ResumeReport report = new ResumeReport(console.screen());
        Span before = history.started().map(RunEvent.RunStarted::span).orElse(Span.WHOLE);
        if (history.finished() && !further.told()) {
            console.result(report.finished(resumption.run(), plan, before));
            return ExitCode.DONE;
        }
        Span span = further.span(plan, before);
        if (history.started().isEmpty()) {
            console.result(report.notBegun(resumption.run()));
            TypedCommand apply = state.repeated(new TypedCommand(around.program(), "apply", resumption.planFile()));
            console.result(Next.goOn(apply.toString()).line());
            return ExitCode.FAILED;
        }
        Confirmations confirmations = approval.confirmations(plan);
        List<Question> questions = Questions.of(plan, span).stream()
                .filter(question -> !history.confirmed().containsKey(question.address()))
                .toList();
        if (!common.quiet) {
            console.result(report.goesOn(resumption.run(), plan, history));
        }
        if (!console.asks() && !questions.isEmpty()) {
            console.note(new QuestionReport(console.noteScreen()).preview(questions, confirmations.open(questions)));
        }
        resumption.connect();
        TypedCommand anew = again(plan, resumption.elsewhere());
        anew.whenStale(again(plan, resumption.elsewhere()));
        Mandate mandate = mandates.mandate("", span);
        return new WatchedRun(people, confirmations, common, progress.program(around))
                .run(
                        plan,
                        (approvals, listener, stop) -> resumption.resume(mandate, approvals, listener, stop),
                        heard -> new NextStep(plan, heard, around.program(), anew, approval, state, mandates),
                        new Heard(resumption.run(), span, history.confirmed().keySet()));
    }

    /** A run of the same that begins. */
    private TypedCommand again(Plan plan, Optional<Path> elsewhere) {
        return mandates.repeated(state.repeated(TypedCommand.again(around.program(), plan, elsewhere)));
    }
}
