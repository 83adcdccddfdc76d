// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.report.Heard;
import io.shakebook.cli.report.Next;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.Paused;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.Summary;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.run.Questions;
import java.util.Optional;

/** From how a run ended to the command that goes on with it. */
record NextStep(Plan plan, Heard heard, TypedCommand same) {

    Optional<Next> after(RunEnded ended) {
        if (ended.outcome() == Outcome.DONE) {
            ended.summary().notAsked().forEach(step -> same.add("--confirm", step.toString()));
            return ended.summary().notAsked().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Next("once that is done", same.toString()));
        }
        return Optional.of(heard.paused()
                .filter(paused -> ended.outcome() == Outcome.PAUSED)
                .map(paused -> afterPause(paused, ended.summary()))
                .orElseGet(() -> Next.goOn(same.toString())));
    }

    /** A plan without changes asks nothing, so what is left of a run that has nothing to change any more is answered. */
    private Next afterPause(Paused paused, Summary summary) {
        boolean refused = paused.refusedBy().isPresent();
        boolean nothingLeft = plan.steps().stream()
                .filter(PlannedStep::changesAnything)
                .allMatch(step -> summary.done().contains(step.address()));
        if (nothingLeft) {
            Questions.of(plan).stream()
                    .map(Questions.Question::address)
                    .filter(address -> !heard.confirmed(address))
                    .forEach(address -> same.add("--confirm", address));
        } else if (!refused) {
            same.add("--confirm", paused.address());
        }
        return nothingLeft && refused ? new Next("once that is done", same.toString()) : Next.goOn(same.toString());
    }
}
