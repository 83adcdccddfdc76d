// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.graph.PlanGraph;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.ObjectRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds steps that get in each other's way: that want different things of the same field, or of which one writes what
 * the other writes or reads, without an order between them.
 */
final class OrderCheck {
    private final PlanGraph graph;
    private final List<StepResult> results;

    OrderCheck(PlanGraph graph, List<StepResult> results) {
        this.graph = graph;
        this.results = results;
    }

    List<Diagnostic> mistakes() {
        List<Diagnostic> mistakes = new ArrayList<>();
        List<Set<ObjectRef>> wanted = results.stream().map(OrderCheck::wanted).toList();
        for (int i = 0; i < results.size(); i++) {
            for (int j = i + 1; j < results.size(); j++) {
                boolean meet = !Collections.disjoint(wanted.get(i), wanted.get(j));
                between(results.get(i), results.get(j), meet).ifPresent(mistakes::add);
            }
        }
        return mistakes;
    }

    /** Found once for each step, and not for each pair of steps: there are half a million pairs of a thousand. */
    private static Set<ObjectRef> wanted(StepResult result) {
        return result.wanted().stream().map(Wanted::ref).collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Diagnostic> between(StepResult one, StepResult other, boolean wantTheSame) {
        Optional<Diagnostic> contradiction = wantTheSame ? contradiction(one, other) : Optional.empty();
        if (contradiction.isPresent()) {
            return contradiction;
        }
        Optional<ObjectRef> shared = collision(one, other).or(() -> collision(other, one));
        return shared.filter(
                        object -> !ordered(one.draft().address(), other.draft().address()))
                .map(object -> Diagnostic.error(
                        "no-order",
                        "\"" + one.draft().address() + "\" and \""
                                + other.draft().address() + "\" meet at " + object.shown()
                                + ", but neither comes before the other",
                        other.draft().at(),
                        "add \"needs: [" + one.draft().address().step() + "]\", or put them into different phases"));
    }

    /** What one writes and the other writes or reads. */
    private static Optional<ObjectRef> collision(StepResult writer, StepResult other) {
        return writer.objects().isEmpty()
                ? Optional.empty()
                : writer.objects().stream()
                        .filter(object -> other.objects().stream()
                                        .anyMatch(its -> its.ref().equals(object.ref())
                                                && its.cluster().equals(object.cluster()))
                                || other.reads().stream().anyMatch(read -> read.covers(object)))
                        .map(PlannedObject::ref)
                        .findFirst();
    }

    private boolean ordered(StepAddress one, StepAddress other) {
        return graph.ancestors(one).contains(other) || graph.ancestors(other).contains(one);
    }

    private static Optional<Diagnostic> contradiction(StepResult one, StepResult other) {
        if (!one.draft().cluster().equals(other.draft().cluster())) {
            return Optional.empty();
        }
        for (Wanted wanted : one.wanted()) {
            for (Wanted its : other.wanted()) {
                Optional<String> field = wanted.ref().equals(its.ref()) ? contradiction(wanted, its) : Optional.empty();
                if (field.isPresent()) {
                    return Optional.of(Diagnostic.error(
                            "contradiction",
                            "\"" + one.draft().address() + "\" and \""
                                    + other.draft().address()
                                    + "\" want different things of " + field.get() + " of "
                                    + wanted.ref().shown(),
                            other.draft().at(),
                            "let only one step decide it: each run would change it back and forth"));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> contradiction(Wanted one, Wanted other) {
        if (one instanceof Wanted.Absent != other instanceof Wanted.Absent) {
            return Optional.of("the existence");
        }
        Map<FieldPath, Object> fields = leaves(one);
        return leaves(other).entrySet().stream()
                .filter(leaf ->
                        fields.containsKey(leaf.getKey()) && !leaf.getValue().equals(fields.get(leaf.getKey())))
                .map(leaf -> leaf.getKey().toString())
                .findFirst();
    }

    /** Leaves by path; a list is a leaf, since its elements may be wanted by different steps only as a whole. */
    private static Map<FieldPath, Object> leaves(Wanted wanted) {
        Map<FieldPath, Object> leaves = new LinkedHashMap<>();
        if (wanted instanceof Wanted.Present present) {
            collect(FieldPath.ROOT, present.manifest().tree(), leaves);
        } else if (wanted instanceof Wanted.Fields fields) {
            collect(FieldPath.ROOT, fields.partial().tree(), leaves);
        }
        return leaves;
    }

    private static void collect(FieldPath path, Map<?, ?> map, Map<FieldPath, Object> leaves) {
        map.forEach((key, value) -> {
            FieldPath at = path.key((String) key);
            if (value instanceof Map<?, ?> inner) {
                collect(at, inner, leaves);
            } else {
                leaves.put(at, value);
            }
        });
    }
}
