// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A set of field paths as a tree, with the set operations of ownership and the FieldsV1 form. Immutable. */
public final class FieldSet {
    public static final FieldSet EMPTY = new FieldSet(false, Map.of());

    private final boolean member;
    private final Map<String, FieldSet> children;

    private FieldSet(boolean member, Map<String, FieldSet> children) {
        this.member = member;
        this.children = children;
    }

    /** Drops branches without a member. */
    static FieldSet of(boolean member, Map<String, FieldSet> children) {
        Map<String, FieldSet> kept = new TreeMap<>(children);
        kept.values().removeIf(FieldSet::isEmpty);
        return new FieldSet(member, kept);
    }

    static FieldSet leaf() {
        return new FieldSet(true, Map.of());
    }

    public static FieldSet path(String... steps) {
        FieldSet set = leaf();
        for (int i = steps.length - 1; i >= 0; i--) {
            set = new FieldSet(false, Map.of(steps[i], set));
        }
        return set;
    }

    public boolean isEmpty() {
        return !member && children.isEmpty();
    }

    /** True if this place itself is in the set. */
    boolean member() {
        return member;
    }

    FieldSet child(String step) {
        return children.getOrDefault(step, EMPTY);
    }

    public boolean has(String... steps) {
        FieldSet current = this;
        for (String step : steps) {
            current = current.child(step);
        }
        return current.member;
    }

    public FieldSet union(FieldSet other) {
        Map<String, FieldSet> all = new TreeMap<>(children);
        other.children.forEach((step, set) -> all.merge(step, set, FieldSet::union));
        return of(member || other.member, all);
    }

    public FieldSet difference(FieldSet other) {
        Map<String, FieldSet> left = new TreeMap<>();
        children.forEach((step, set) -> left.put(step, set.difference(other.child(step))));
        return of(member && !other.member, left);
    }

    public FieldSet intersection(FieldSet other) {
        Map<String, FieldSet> both = new TreeMap<>();
        children.forEach((step, set) -> both.put(step, set.intersection(other.child(step))));
        return of(member && other.member, both);
    }

    /** Without these places and everything below them. */
    public FieldSet without(FieldSet branches) {
        if (branches.member) {
            return EMPTY;
        }
        Map<String, FieldSet> left = new TreeMap<>();
        children.forEach((step, set) -> left.put(step, set.without(branches.child(step))));
        return of(member, left);
    }

    /** Only what lies at or below these places. */
    public FieldSet within(FieldSet branches) {
        return difference(without(branches));
    }

    List<List<String>> paths() {
        List<List<String>> found = new ArrayList<>();
        collect(List.of(), found);
        return found;
    }

    private void collect(List<String> prefix, List<List<String>> found) {
        if (member) {
            found.add(prefix);
        }
        children.forEach((step, set) -> {
            List<String> path = new ArrayList<>(prefix);
            path.add(step);
            set.collect(path, found);
        });
    }

    public ObjectNode toJson() {
        ObjectNode tree = Json.object();
        if (member && !children.isEmpty()) {
            tree.putObject(".");
        }
        children.forEach((step, set) -> tree.set(step, set.toJson()));
        return tree;
    }

    public static FieldSet fromJson(JsonNode tree) {
        Map<String, FieldSet> found = new TreeMap<>();
        tree.properties().forEach(entry -> {
            if (!entry.getKey().equals(".")) {
                found.put(entry.getKey(), placed(entry.getValue()));
            }
        });
        return of(tree.has("."), found);
    }

    private static FieldSet placed(JsonNode tree) {
        return tree.isEmpty() ? leaf() : fromJson(tree);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet that && member == that.member && children.equals(that.children);
    }

    @Override
    public int hashCode() {
        return children.hashCode() + (member ? 1 : 0);
    }

    @Override
    public String toString() {
        return toJson().toString();
    }
}
