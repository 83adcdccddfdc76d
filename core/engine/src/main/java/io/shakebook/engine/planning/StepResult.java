// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What planning one step gave.
 *
 * @param step empty if it could not be planned
 * @param wanted what its module wants, also where that is there already
 * @param objects what it changes
 * @param reads what its module read
 * @param versions resource versions of the objects that it changes, by change id
 * @param state whether it is ready now, in words
 * @param warnings for the person who reviews
 * @param unreachable why, by cluster
 * @param forbidden what we were told that we may not do, which ended the planning of the step
 */
record StepResult(
        StepDraft draft,
        Optional<PlannedStep> step,
        List<Wanted> wanted,
        List<PlannedObject> objects,
        Set<Read> reads,
        Map<String, String> versions,
        String state,
        List<String> warnings,
        List<Diagnostic> mistakes,
        List<Diagnostic> refusals,
        Map<String, String> unreachable,
        Optional<String> forbidden) {
    private static final String NOT_KNOWN = "not known: ";

    StepResult {
        requireNonNull(draft, "draft");
        requireNonNull(step, "step");
        wanted = List.copyOf(wanted);
        objects = List.copyOf(objects);
        reads = Set.copyOf(reads);
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions)); // a plan lists them in this order
        requireNonNull(state, "state");
        warnings = List.copyOf(warnings);
        mistakes = List.copyOf(mistakes);
        refusals = List.copyOf(refusals);
        unreachable = Map.copyOf(unreachable);
        requireNonNull(forbidden, "forbidden");
    }

    static StepResult planned(StepDraft draft, PlannedStep step, String state) {
        return new StepResult(
                draft,
                Optional.of(step),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                state,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty());
    }

    static StepResult mistaken(StepDraft draft, List<Diagnostic> mistakes) {
        return unplanned(draft, mistakes, List.of(), Optional.empty());
    }

    static StepResult refused(StepDraft draft, List<Diagnostic> refusals) {
        return unplanned(draft, List.of(), refusals, Optional.empty());
    }

    /** A cluster does not let us look. */
    static StepResult forbidden(StepDraft draft, String why) {
        return unplanned(draft, List.of(), List.of(), Optional.of(why));
    }

    private static StepResult unplanned(
            StepDraft draft, List<Diagnostic> mistakes, List<Diagnostic> refusals, Optional<String> forbidden) {
        return new StepResult(
                draft,
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                "",
                List.of(),
                mistakes,
                refusals,
                Map.of(),
                forbidden);
    }

    /** What the step wanted and read until it could not be planned further. */
    StepResult after(List<Wanted> wanting, Set<Read> reading) {
        return new StepResult(
                draft,
                step,
                wanting,
                objects,
                reading,
                versions,
                state,
                warnings,
                mistakes,
                refusals,
                unreachable,
                forbidden);
    }

    /** The step stands in the preview, without changes: a cluster gives no answer. @param unreachable why, by cluster */
    static StepResult dark(StepDraft draft, PlannedStep step, String why, Map<String, String> unreachable) {
        return new StepResult(
                draft,
                Optional.of(step),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                NOT_KNOWN + why,
                List.of(),
                List.of(),
                List.of(),
                unreachable,
                Optional.empty());
    }

    boolean isDark() {
        return state.startsWith(NOT_KNOWN);
    }
}
