// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fields that others own with other values; nothing was changed. */
public final class ApplyConflict extends Exception {
    private static final long serialVersionUID = 1;

    /** One field and its owner, both as the real server words them. */
    public record Conflict(String owner, String field) {
        public String message() {
            return "conflict with " + owner;
        }
    }

    private final transient List<Conflict> conflicts;

    ApplyConflict(List<Conflict> conflicts) {
        super(text(conflicts));
        this.conflicts = List.copyOf(conflicts);
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }

    private static String text(List<Conflict> conflicts) {
        if (conflicts.size() == 1) {
            Conflict only = conflicts.get(0);
            return "Apply failed with 1 conflict: " + only.message() + ": " + only.field();
        }
        Map<String, List<String>> byOwner = new TreeMap<>();
        conflicts.forEach(conflict -> byOwner.computeIfAbsent(conflict.owner(), owner -> new ArrayList<>())
                .add("- " + conflict.field()));
        List<String> lines = new ArrayList<>();
        byOwner.forEach((owner, fields) -> {
            lines.add("conflicts with " + owner + ":");
            lines.addAll(fields);
        });
        return "Apply failed with " + conflicts.size() + " conflicts: " + String.join("\n", lines);
    }
}
