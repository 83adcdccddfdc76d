// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.report.Heard;
import io.shakebook.cli.report.Next;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * From how a run ended to the commands that may follow.
 *
 * @param anew the command that begins another run of the same
 * @param given what was answered on the command line
 * @param state where the run is kept
 * @param mandates with how much at once
 */
record NextStep(
        Plan plan,
        Heard heard,
        String program,
        TypedCommand anew,
        ConfirmOptions given,
        StateOption state,
        MandateOptions mandates) {

    List<Next> after(RunEnded ended) {
        if (ended.outcome() == Outcome.DONE
                && !ended.summary().notStarted().isEmpty()
                && heard.run().isPresent()) {
            TypedCommand on = resume(heard.run().get()).add("--to-the-end");
            return List.of(new Next("go on behind it", on.toString()));
        }
        if (ended.outcome() == Outcome.DONE) {
            ended.summary().notAsked().forEach(step -> anew.add("--confirm", step.toString()));
            return ended.summary().notAsked().isEmpty()
                    ? List.of()
                    : List.of(new Next("once that is done", anew.toString()));
        }
        Optional<TypedCommand> resume = heard.run().map(run -> given.left(resume(run), heard));
        if (heard.heldBy().isPresent()) {
            TypedCommand again = resume.orElse(anew);
            String wait = again.toString();
            String take = again.add("--take-over", heard.heldBy().get()).toString();
            return List.of(Next.goOn(wait), new Next("if that run is dead", take));
        }
        if (resume.isEmpty()) {
            return List.of(Next.goOn(anew.toString()));
        }
        heard.paused()
                .filter(paused ->
                        ended.outcome() == Outcome.PAUSED && paused.refusedBy().isEmpty())
                .ifPresent(paused -> resume.get().add("--confirm", paused.address()));
        return ended.outcome() == Outcome.STALE
                ? List.of(
                        new Next("if that is put back", resume.get().toString()),
                        new Next(
                                "to go on from what is there",
                                anew.whenStale()
                                        .orElseGet(() -> state.repeated(TypedCommand.again(program, plan)))
                                        .toString()))
                : resumeOrUndo(ended, resume.get());
    }

    private TypedCommand resume(String run) {
        return mandates.repeated(state.resume(program, run));
    }

    private List<Next> resumeOrUndo(RunEnded ended, TypedCommand resume) {
        boolean back = ended.outcome() == Outcome.FAILED_PART_WAY
                && plan.made().undoes().isEmpty();
        TypedCommand undo =
                state.repeated(new TypedCommand(program, "undo", heard.run().orElse("last")));
        return back
                ? List.of(Next.goOn(resume.toString()), new Next("go back", undo.toString()))
                : List.of(Next.goOn(resume.toString()));
    }
}
