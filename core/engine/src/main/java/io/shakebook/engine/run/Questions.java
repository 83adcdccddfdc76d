// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The questions that a run of a plan will meet, in order. A plan that changes nothing asks nothing. */
public final class Questions {

    /** One question: the address under which it is answered, and its text. */
    public record Question(String address, String text, boolean pointOfNoReturn) {}

    private Questions() {}

    public static List<Question> of(Plan plan) {
        List<Question> questions = new ArrayList<>();
        if (!plan.changesAnything()) {
            return questions;
        }
        for (PlannedPhase phase : plan.phases()) {
            if (phase.pointOfNoReturn().isPresent() && changes(plan, phase.address())) {
                questions.add(
                        new Question(phase.address(), phase.pointOfNoReturn().get(), true));
            }
            for (PlannedStep step : plan.stepsOf(phase.address())) {
                step.confirm()
                        .ifPresent(text ->
                                questions.add(new Question(step.address().toString(), text, false)));
            }
        }
        return questions;
    }

    /** Those of the phases that are walked. */
    public static List<Question> of(Plan plan, Span span) {
        Set<String> walked = span.walked(plan);
        return of(plan).stream()
                .filter(question -> walked.contains(phase(question)))
                .toList();
    }

    private static String phase(Question question) {
        return question.pointOfNoReturn()
                ? question.address()
                : StepAddress.parse(question.address()).phase();
    }

    /** A phase counts as changing if a step of it changes something, or asks somebody to. */
    static boolean changes(Plan plan, String phase) {
        return plan.changesAnything()
                && plan.stepsOf(phase).stream()
                        .anyMatch(
                                step -> step.changesAnything() || step.confirm().isPresent());
    }
}
