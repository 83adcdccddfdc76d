// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.graph;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Steps and the barriers between phases as one graph. A phase has a node where it begins and one where it ends, so that
 * the graph grows with the number of steps and not with its square.
 */
public final class PlanGraph {

    /** A node: a step, or the begin or end of a phase. */
    public record Node(Kind kind, String name) {
        /** What a node stands for. */
        public enum Kind {
            BEGIN,
            STEP,
            END
        }

        static Node step(StepAddress step) {
            return new Node(Kind.STEP, step.toString());
        }

        /** Written out for the same reason as those of an address. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Node node && node.kind == kind && node.name.equals(name);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + kind.ordinal();
        }

        @Override
        public String toString() {
            return kind == Kind.STEP ? name : "phase " + name;
        }
    }

    private final Graph<Node> graph;

    private PlanGraph(Graph<Node> graph) {
        this.graph = graph;
    }

    /**
     * @param phases needed phases by phase
     * @param steps needed steps by step; every phase of a step must be there
     * @throws Graph.Cycle if steps or phases need each other in a circle
     */
    public static PlanGraph of(
            Map<String, List<String>> phases, Map<StepAddress, ? extends Iterable<StepAddress>> steps)
            throws Graph.Cycle {
        Map<Node, Set<Node>> needs = new LinkedHashMap<>();
        phases.forEach((phase, needed) -> needs.put(
                begin(phase),
                needed.stream().map(PlanGraph::end).collect(Collectors.toCollection(LinkedHashSet::new))));
        phases.keySet().forEach(phase -> needs.put(end(phase), new LinkedHashSet<>(Set.of(begin(phase)))));
        steps.forEach((step, needed) -> {
            Set<Node> nodes = new LinkedHashSet<>(Set.of(begin(step.phase())));
            needed.forEach(other -> nodes.add(Node.step(other)));
            needs.put(Node.step(step), nodes);
            needs.getOrDefault(end(step.phase()), new LinkedHashSet<>()).add(Node.step(step));
        });
        return new PlanGraph(Graph.of(needs));
    }

    public static Node begin(String phase) {
        return new Node(Node.Kind.BEGIN, phase);
    }

    public static Node end(String phase) {
        return new Node(Node.Kind.END, phase);
    }

    /** Steps, each after everything that it needs. */
    public List<StepAddress> order() {
        return graph.order().stream()
                .filter(PlanGraph::isStep)
                .map(PlanGraph::address)
                .toList();
    }

    /** Every step that comes before this one, through barriers as well. */
    public Set<StepAddress> ancestors(StepAddress step) {
        return graph.ancestors(Node.step(step)).stream()
                .filter(PlanGraph::isStep)
                .map(PlanGraph::address)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Nodes that are not done, but all of whose needs are. */
    public Set<Node> ready(Set<Node> done) {
        return graph.ready(done);
    }

    /** The phase of a step, or the one that begins or ends. */
    public static String phase(Node node) {
        return isStep(node) ? address(node).phase() : node.name();
    }

    public static boolean isStep(Node node) {
        return node.kind() == Node.Kind.STEP;
    }

    /** @throws IllegalArgumentException if the node is no step */
    public static StepAddress address(Node node) {
        return StepAddress.parse(node.name());
    }

    public static Node node(StepAddress step) {
        return Node.step(step);
    }
}
