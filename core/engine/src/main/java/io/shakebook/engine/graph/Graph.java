// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Immutable directed graph without a cycle: for each node the nodes it needs. Every needed node is a node itself.
 * Order of insertion is kept, so that whatever is derived is the same each time.
 */
public final class Graph<N> {
    private final Map<N, Set<N>> needs;
    private final List<N> order;

    /** Nodes need each other in a circle. */
    public static final class Cycle extends Exception {
        private final transient List<?> nodes;

        Cycle(List<?> nodes) {
            super(nodes.stream().map(String::valueOf).collect(Collectors.joining(" -> ")));
            this.nodes = List.copyOf(nodes);
        }

        /** The circle in full; the first node stands at the end again. */
        public List<?> nodes() {
            return nodes;
        }
    }

    private Graph(Map<N, Set<N>> needs, List<N> order) {
        this.needs = needs;
        this.order = order;
    }

    /**
     * @throws Cycle if nodes need each other in a circle
     * @throws IllegalArgumentException if a needed node is no node
     */
    public static <N> Graph<N> of(Map<N, ? extends Set<N>> needs) throws Cycle {
        Map<N, Set<N>> copy = new LinkedHashMap<>();
        needs.forEach((node, needed) -> copy.put(node, Collections.unmodifiableSet(new LinkedHashSet<>(needed))));
        copy.forEach((node, needed) -> needed.stream()
                .filter(other -> !copy.containsKey(other))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalArgumentException(node + " needs " + missing + ", which is no node");
                }));
        return new Graph<>(copy, ordered(copy));
    }

    public Set<N> nodes() {
        return Collections.unmodifiableSet(needs.keySet());
    }

    /** What this node needs directly. */
    public Set<N> needs(N node) {
        return needs.getOrDefault(node, Set.of());
    }

    /** All nodes, each after everything that it needs, otherwise in order of insertion. */
    public List<N> order() {
        return order;
    }

    /** Everything that must come before this node, without itself. */
    public Set<N> ancestors(N node) {
        Set<N> found = new LinkedHashSet<>();
        Deque<N> open = new ArrayDeque<>(needs(node));
        while (!open.isEmpty()) {
            N next = open.pop();
            if (found.add(next)) {
                open.addAll(needs(next));
            }
        }
        return found;
    }

    /** Nodes that are not done, but all of whose needs are. */
    public Set<N> ready(Set<N> done) {
        return order.stream()
                .filter(node -> !done.contains(node) && done.containsAll(needs(node)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static <N> List<N> ordered(Map<N, Set<N>> needs) throws Cycle {
        List<N> order = new ArrayList<>();
        Set<N> done = new LinkedHashSet<>();
        for (N start : needs.keySet()) {
            walk(start, needs, done, order);
        }
        return List.copyOf(order);
    }

    /** Depth first with a stack of its own: a graph of thousands of steps must not end in a stack overflow. */
    private static <N> void walk(N start, Map<N, Set<N>> needs, Set<N> done, List<N> order) throws Cycle {
        Deque<N> path = new ArrayDeque<>();
        Map<N, Iterator<N>> left = new HashMap<>();
        Deque<N> todo = new ArrayDeque<>();
        todo.push(start);
        while (!todo.isEmpty()) {
            N node = todo.peek();
            if (done.contains(node)) {
                todo.pop();
                continue;
            }
            if (!left.containsKey(node)) {
                left.put(node, needs.getOrDefault(node, Set.of()).iterator());
                path.addLast(node);
            }
            if (left.get(node).hasNext()) {
                N next = left.get(node).next();
                if (left.containsKey(next) && !done.contains(next)) {
                    throw new Cycle(circle(path, next));
                }
                todo.push(next);
            } else {
                todo.pop();
                path.removeLast();
                done.add(node);
                order.add(node);
            }
        }
    }

    private static <N> List<N> circle(Deque<N> path, N back) {
        List<N> circle = new ArrayList<>(path);
        circle = new ArrayList<>(circle.subList(circle.indexOf(back), circle.size()));
        circle.add(back);
        return circle;
    }
}
