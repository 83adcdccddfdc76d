// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Author;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.drift.Standing;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which differences of a step only follow from those of the steps that it is made from: its wanted value is an
 * output of one that differs, or waits for it.
 */
final class Follows {
    private final List<ComparedStep> differing;

    private Follows(List<ComparedStep> differing) {
        this.differing = differing;
    }

    static Follows of(StepDraft draft, Map<StepAddress, ComparedStep> before) {
        return new Follows(draft.needs().stream()
                .sorted()
                .map(before::get)
                .filter(step -> step != null && step.found().standing() == Standing.DIFFERS)
                .toList());
    }

    /** The steps that differences come from, by field or file. What somebody else wrote comes from nowhere else. */
    Map<FieldPath, StepAddress> in(Diff diff, Manifest live) {
        Map<FieldPath, StepAddress> found = new LinkedHashMap<>();
        for (FieldChange field : diff.fields()) {
            source(field.after(), ours(live, field.path())).ifPresent(step -> found.put(field.path(), step));
        }
        for (FileChange file : diff.files()) {
            List<Optional<StepAddress>> sources = file.keys().stream()
                    .map(key -> source(key.after(), ours(live, file.file())))
                    .toList();
            if (!sources.isEmpty() && sources.stream().allMatch(Optional::isPresent)) {
                found.put(file.file(), sources.get(0).orElseThrow());
            }
        }
        return found;
    }

    private static boolean ours(Manifest live, FieldPath path) {
        return Author.of(live, path).filter(Author::ours).isPresent();
    }

    private Optional<StepAddress> source(Side wanted, boolean ours) {
        if (!(wanted instanceof Side.Value value)) {
            return Optional.empty();
        }
        Stream<StepAddress> awaited = Holes.in(value.value()).stream().map(hole -> StepAddress.parse(hole.step()));
        Stream<StepAddress> given = differing.stream()
                .filter(step -> ours && gives(step, value.value()))
                .map(step -> step.found().address());
        return Stream.concat(awaited, given).findFirst();
    }

    private static boolean gives(ComparedStep step, Object value) {
        return step.bound().stream()
                .flatMap(bound -> bound.outputs().values().stream())
                .anyMatch(output -> output instanceof PlannedOutput.Known known
                        && known.value() instanceof String
                        && known.value().equals(value));
    }
}
