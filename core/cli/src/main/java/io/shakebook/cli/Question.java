// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a run will ask a person.
 *
 * @param address of the confirm step, or of the phase with the point of no return
 */
public record Question(String address, Kind kind, String text) {

    /** What an answer stands for. */
    public enum Kind {
        CONFIRM,
        POINT_OF_NO_RETURN
    }

    public Question {
        requireNonNull(address, "address");
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }

    /** All that a run of this plan will ask, in the plan's order; nothing if the plan changes nothing. */
    public static List<Question> of(Plan plan) {
        if (!plan.changesAnything()) {
            return List.of();
        }
        return plan.phases().stream().flatMap(phase -> of(plan, phase)).toList();
    }

    private static Stream<Question> of(Plan plan, PlannedPhase phase) {
        List<PlannedStep> steps = plan.stepsOf(phase.address());
        boolean changing = steps.stream()
                .anyMatch(step -> step.changesAnything() || step.confirm().isPresent());
        Stream<Question> first = phase.pointOfNoReturn().filter(text -> changing).stream()
                .map(text -> new Question(phase.address(), Kind.POINT_OF_NO_RETURN, text));
        return Stream.concat(
                first,
                steps.stream()
                        .flatMap(step -> step.confirm().stream()
                                .map(text -> new Question(step.address().toString(), Kind.CONFIRM, text))));
    }
}
