// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who owns which fields of a live object, as its {@code metadata.managedFields} say.
 * Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
public record Ownership(List<Entry> entries) {
    private static final String APPLY = "Apply";

    /**
     * The fields that one manager set by one kind of request.
     *
     * @param operation {@code Apply} or {@code Update}
     * @param subresource empty for the object itself
     * @param time of the last change, as the server wrote it; may be empty
     * @param leaves fields that are owned as a whole; a list of plain values counts as one field
     */
    public record Entry(String manager, String operation, String subresource, String time, Set<FieldPath> leaves) {
        public Entry {
            requireNonNull(manager, "manager");
            requireNonNull(operation, "operation");
            requireNonNull(subresource, "subresource");
            requireNonNull(time, "time");
            leaves = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(leaves));
        }

        /** Whether this field, one that it lies in, or one that lies in it is owned. */
        public boolean owns(FieldPath path) {
            return leaves.stream().anyMatch(leaf -> path.startsWith(leaf) || leaf.startsWith(path));
        }

        boolean applied(String by) {
            return manager.equals(by) && operation.equals(APPLY) && subresource.isEmpty();
        }
    }

    public Ownership {
        entries = List.copyOf(entries);
    }

    public static Ownership of(Manifest live) {
        return new Ownership(live.list("metadata", "managedFields").stream()
                .filter(Map.class::isInstance)
                .map(entry -> entry((Map<?, ?>) entry))
                .toList());
    }

    /** All entries that own the field, in the server's order. */
    public List<Entry> owners(FieldPath path) {
        return entries.stream().filter(entry -> entry.owns(path)).toList();
    }

    /** The fields that a manager owns because it applied them. */
    public Set<FieldPath> appliedBy(String manager) {
        Set<FieldPath> owned = new LinkedHashSet<>();
        entries.stream().filter(entry -> entry.applied(manager)).forEach(entry -> owned.addAll(entry.leaves()));
        return owned;
    }

    /** Who set the field last, as far as the server still knows; empty if nobody owns it now. */
    public Optional<Entry> lastChange(FieldPath path) {
        return owners(path).stream().max(Comparator.comparing(Entry::time));
    }

    /** When this manager last changed what it owns of the object, as the server wrote it; empty if that is not told. */
    Optional<String> lastChange(FieldPath path, String manager) {
        return owners(path).stream()
                .filter(entry -> entry.manager().equals(manager))
                .map(Entry::time)
                .filter(time -> !time.isEmpty())
                .max(Comparator.naturalOrder());
    }

    private static Entry entry(Map<?, ?> entry) {
        Set<FieldPath> leaves = new LinkedHashSet<>();
        if (entry.get("fieldsV1") instanceof Map<?, ?> fields) {
            FieldsV1.leaves(fields, FieldPath.ROOT, leaves);
        }
        return new Entry(
                text(entry, "manager"),
                text(entry, "operation"),
                text(entry, "subresource"),
                text(entry, "time"),
                leaves);
    }

    private static String text(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof String text ? text : "";
    }
}
