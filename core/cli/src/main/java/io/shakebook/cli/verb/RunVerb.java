// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.cli.Signals;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Next;
import io.shakebook.cli.report.PlanReport;
import io.shakebook.cli.report.QuestionReport;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.run.Questions;
import io.shakebook.engine.run.Questions.Question;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shakebook run}: plan, show, ask, carry out. */
@Command(
        name = "run",
        description = "Plan, show the plan, ask, and carry it out.",
        footer = {
            "",
            "Without a terminal nothing can be asked: --yes answers the question whether to carry out the plan,",
            "--confirm answers confirmations and points of no return. What nobody answers pauses the run (exit 7).",
            "",
            "Examples:",
            "  shakebook run playbooks/my-playbook.yaml -i inventories/demo",
            "  shakebook run playbooks/my-playbook.yaml -i inventories/demo -p image=my/image:2 --yes",
            "  shakebook run playbooks/my-playbook.yaml -i inventories/demo --yes --confirm 'move/clients=ticket 12'",
            ""
        })
public final class RunVerb implements Callable<Integer> {
    private final Surroundings around;
    private final Console console;
    private final Session.Opener opener;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    @Option(names = "--yes", description = "Carry out the plan without asking; confirmations are still asked.")
    boolean yes;

    @Option(
            names = "--confirm",
            paramLabel = "ADDRESS[=REASON]|all",
            description = "Answer a confirmation or a point of no return; may be repeated.")
    List<String> confirm = List.of();

    public RunVerb(Surroundings around, Session.Opener opener) {
        this.around = around;
        this.console = around.console();
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        PlanRequest request = playbook.request();
        try (Session session = opener.open(request)) {
            Planned planned = session.plan();
            Confirmations confirmations = confirmations(planned.plan());
            return conversation(session, planned, confirmations, request).number();
        }
    }

    private ExitCode conversation(Session session, Planned planned, Confirmations confirmations, PlanRequest request)
            throws Exception {
        Plan plan = planned.plan();
        List<Question> questions = Questions.of(plan);
        if (!console.asks() && !questions.isEmpty()) {
            console.note(new QuestionReport(console.noteScreen()).preview(questions, confirmations.open(questions)));
        }
        if (!common.quiet || planned.preview()) {
            console.result(new PlanReport(console.screen()).text(plan, planned.digest(), Optional.empty()));
        }
        if (planned.preview()) {
            return Failures.preview(console, planned, "nothing was written");
        }
        AtomicBoolean interrupted = new AtomicBoolean();
        Signals.Watch watch = around.signals().watch(() -> {
            interrupted.set(true);
            console.stopAsking();
        });
        Optional<String> how;
        try {
            how = approved(plan);
        } finally {
            watch.close();
        }
        if (interrupted.get() || how.isEmpty()) {
            return refused(interrupted.get(), next(request));
        }
        WatchedRun run = new WatchedRun(around, confirmations, common);
        return run.run(session, planned, how.get(), next(request));
    }

    /** How the plan was approved; empty if it was not. */
    private Optional<String> approved(Plan plan) {
        if (!plan.changesAnything()) {
            return Optional.of("nothing to change");
        }
        if (yes) {
            return Optional.of("--yes");
        }
        return console.ask(new QuestionReport(console.noteScreen()).plan(plan))
                .filter(answer -> QuestionReport.isYes(answer.strip()))
                .map(answer -> "prompt");
    }

    private ExitCode refused(boolean interrupted, TypedCommand next) {
        if (interrupted) {
            Diagnostic stopped = Diagnostic.error("interrupted", "asked to stop before the plan was approved", "");
            Failures.print(console, List.of(stopped), "nothing was written", ExitCode.INTERRUPTED);
            goOn(next);
            return ExitCode.INTERRUPTED;
        }
        String why = console.asks() ? "the plan was not approved" : "nobody can be asked: there is no terminal";
        String remedy = console.asks() ? "" : "add --yes to carry out the plan without asking";
        Failures.print(
                console,
                List.of(Diagnostic.error("not-approved", why, remedy)),
                "nothing was written",
                ExitCode.REFUSED);
        goOn(console.asks() ? next : next.add("--yes"));
        return ExitCode.REFUSED;
    }

    private void goOn(TypedCommand next) {
        console.result(Next.goOn(next.toString()).line());
    }

    /** The same command once more, for when a run ends before its end. */
    private TypedCommand next(PlanRequest request) {
        TypedCommand next = new TypedCommand(around.program(), "run", request);
        if (yes) {
            next.add("--yes");
        }
        confirm.forEach(given -> next.add("--confirm", given));
        return next;
    }

    /** @throws ParameterException if an answer is for a question that this playbook does not have */
    private Confirmations confirmations(Plan plan) {
        Confirmations confirmations = new Confirmations(confirm);
        List<String> addresses = Stream.concat(
                        plan.phases().stream()
                                .filter(phase -> phase.pointOfNoReturn().isPresent())
                                .map(phase -> phase.address()),
                        plan.steps().stream()
                                .filter(step -> step.confirm().isPresent())
                                .map(step -> step.address().toString()))
                .toList();
        List<String> unknown = confirmations.unknown(addresses);
        if (!unknown.isEmpty()) {
            String asks = addresses.isEmpty() ? "it asks nothing" : "it asks: " + String.join(", ", addresses);
            throw new ParameterException(
                    spec.commandLine(), "the playbook does not ask \"" + unknown.get(0) + "\"; " + asks);
        }
        return confirmations;
    }
}
