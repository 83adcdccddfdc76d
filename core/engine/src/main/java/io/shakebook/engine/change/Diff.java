// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import java.util.List;

/** What differs, field by field, sorted by path; a file in an object stands under files and not under fields. */
public record Diff(List<FieldChange> fields, List<FileChange> files) {
    public static final Diff EMPTY = new Diff(List.of(), List.of());

    public Diff {
        fields = List.copyOf(fields);
        files = List.copyOf(files);
    }

    public boolean isEmpty() {
        return fields.isEmpty() && files.isEmpty();
    }
}
