// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.spi.Output;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.Bound;
import io.shakebook.spi.value.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a module's outputs to values that are known, or to where they will come from. */
final class OutputPlanner {
    private final ContentDigest digest;

    OutputPlanner(ContentDigest digest) {
        this.digest = digest;
    }

    /** @param used whether another step refers to any of them; digests, which are slow on purpose, are made only then */
    Map<String, PlannedOutput> plan(Record outputs, List<PlannedChange> planned, String cluster, boolean used) {
        Map<String, PlannedOutput> found = new LinkedHashMap<>();
        RecordTree.outputs(outputs).forEach((name, output) -> {
            if (used || !digests(output)) {
                plan(output, planned, cluster).ifPresent(one -> found.put(name, one));
            }
        });
        return found;
    }

    private static boolean digests(Output<?> output) {
        return output instanceof Output.Digest
                || (output instanceof Output.Joined joined
                        && joined.parts().stream().anyMatch(OutputPlanner::digests));
    }

    /** What the server may choose of one wanted object, in words, by field. */
    static Map<FieldPath, String> bounds(Record outputs, int wanted) {
        Map<FieldPath, String> bounds = new LinkedHashMap<>();
        RecordTree.outputs(outputs).values().forEach(output -> bounds(output, wanted, bounds));
        return bounds;
    }

    private static void bounds(Output<?> output, int wanted, Map<FieldPath, String> bounds) {
        if (output instanceof Output.Field<?> field
                && field.wanted() == wanted
                && !field.bound().words().isEmpty()) {
            bounds.put(field.path(), field.bound().words());
        } else if (output instanceof Output.Joined joined) {
            joined.parts().forEach(part -> bounds(part, wanted, bounds));
        }
    }

    /** Fields of a changed object that are neither set by us nor kept by the server as they are. */
    static Set<FieldPath> decided(PlannedChange planned, Map<FieldPath, String> bounds) {
        Set<FieldPath> decided = new LinkedHashSet<>();
        bounds.keySet().stream().filter(path -> known(planned, path).isEmpty()).forEach(decided::add);
        return decided;
    }

    /** A field is known only if we set it, or the live object has it and the dry run returns the same value. */
    private static Optional<Object> known(PlannedChange planned, FieldPath path) {
        Optional<Object> live = planned.before().flatMap(manifest -> manifest.at(path));
        Optional<Object> ours = planned.change()
                .flatMap(Change::body)
                .flatMap(body -> body.at(path))
                .filter(value -> !(value instanceof Text));
        return ours.or(() ->
                planned.previewed().flatMap(seen -> seen.at(path)).filter(value -> live.equals(Optional.of(value))));
    }

    /** Empty if the object is as it will stay and has no such field. */
    private Optional<PlannedOutput> plan(Output<?> output, List<PlannedChange> planned, String cluster) {
        if (output instanceof Output.Fixed<?> fixed) {
            return Optional.of(new PlannedOutput.Known(RecordTree.valueTree(fixed.value())));
        }
        if (output instanceof Output.Field<?> field) {
            return field(planned.get(field.wanted()), field.path(), field.bound());
        }
        if (output instanceof Output.Digest digest) {
            return digest(planned.get(digest.wanted()), digest.path(), cluster);
        }
        return joined((Output.Joined) output, planned, cluster);
    }

    private static Optional<PlannedOutput> field(PlannedChange planned, FieldPath path, Bound bound) {
        Optional<Object> live = planned.before().flatMap(manifest -> manifest.at(path));
        if (planned.change().isEmpty()) {
            return live.map(PlannedOutput.Known::new);
        }
        Change change = planned.change().get();
        return Optional.of(known(planned, path)
                .<PlannedOutput>map(PlannedOutput.Known::new)
                .orElseGet(() -> new PlannedOutput.Field(change.id(), path, bound)));
    }

    private Optional<PlannedOutput> digest(PlannedChange planned, FieldPath path, String cluster) {
        if (planned.change().isPresent() && touches(planned.change().get(), path)) {
            PlannedOutput later =
                    new PlannedOutput.DigestOf(planned.change().get().id(), path);
            return planned.previewed()
                    .flatMap(seen -> digest.of(cluster, seen, path))
                    .<PlannedOutput>map(PlannedOutput.Known::new)
                    .or(() -> Optional.of(later));
        }
        return planned.before().flatMap(live -> digest.of(cluster, live, path)).map(PlannedOutput.Known::new);
    }

    private static boolean touches(Change change, FieldPath path) {
        return change.target().uid().isEmpty()
                || change.diff().fields().stream().anyMatch(field -> overlap(field.path(), path))
                || change.diff().files().stream().anyMatch(file -> overlap(file.file(), path));
    }

    private static boolean overlap(FieldPath one, FieldPath other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private Optional<PlannedOutput> joined(Output.Joined joined, List<PlannedChange> planned, String cluster) {
        List<Optional<PlannedOutput>> parts = joined.parts().stream()
                .map(part -> plan(part, planned, cluster))
                .toList();
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<PlannedOutput> known = parts.stream().map(Optional::orElseThrow).toList();
        if (known.stream().allMatch(PlannedOutput.Known.class::isInstance)) {
            String text = known.stream()
                    .map(part -> String.valueOf(((PlannedOutput.Known) part).value()))
                    .reduce("", String::concat);
            return Optional.of(new PlannedOutput.Known(text));
        }
        return Optional.of(new PlannedOutput.Joined(known));
    }
}
