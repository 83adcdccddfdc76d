// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.diagnostic.Diagnostic;
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
        List<Diagnostic> mistakes,
        List<Diagnostic> refusals,
        Map<String, String> unreachable,
        Optional<String> forbidden) {
    StepResult {
        requireNonNull(draft, "draft");
        requireNonNull(step, "step");
        wanted = List.copyOf(wanted);
        objects = List.copyOf(objects);
        reads = Set.copyOf(reads);
        versions = Map.copyOf(versions);
        requireNonNull(state, "state");
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
                Map.of(),
                Optional.empty());
    }

    static StepResult mistaken(StepDraft draft, List<Diagnostic> mistakes) {
        return new StepResult(
                draft,
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                "",
                mistakes,
                List.of(),
                Map.of(),
                Optional.empty());
    }

    static StepResult refused(StepDraft draft, List<Diagnostic> refusals) {
        return new StepResult(
                draft,
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                "",
                List.of(),
                refusals,
                Map.of(),
                Optional.empty());
    }

    /** The step stands in the preview, without changes: its cluster gives no answer. */
    StepResult dark(String cluster, String why) {
        return new StepResult(
                draft, step, wanted, objects, reads, versions, state, mistakes, refusals, Map.of(cluster, why), forbidden);
    }

    /** What the step wanted and read until it could not be planned further. */
    StepResult after(List<Wanted> wanting, Set<Read> reading) {
        return new StepResult(
                draft, step, wanting, objects, reading, versions, state, mistakes, refusals, unreachable, forbidden);
    }

    /** The step could not be planned: a cluster does not let us look. */
    static StepResult forbidden(StepDraft draft, String why) {
        return new StepResult(
                draft,
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                Map.of(),
                "",
                List.of(),
                List.of(),
                Map.of(),
                Optional.of(why));
    }
}
