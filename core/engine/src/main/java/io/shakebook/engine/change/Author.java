// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who wrote a field last, as the object's {@code metadata.managedFields} say.
 *
 * @param operation {@code Apply} or {@code Update}
 * @param subresource empty for the object itself
 * @param time as the server wrote it; may be empty
 */
public record Author(String manager, String operation, String subresource, String time) {
    public Author {
        requireNonNull(manager, "manager");
        requireNonNull(operation, "operation");
        requireNonNull(subresource, "subresource");
        requireNonNull(time, "time");
    }

    /** Empty if the object names no owner of the field, as for one that somebody removed. */
    public static Optional<Author> of(Manifest live, FieldPath path) {
        return Ownership.of(live).lastChange(path).map(Author::of);
    }

    /** Everybody who owns the field, one that it lies in, or one that lies in it. */
    public static List<Author> allOf(Manifest live, FieldPath path) {
        return Ownership.of(live).owners(path).stream().map(Author::of).toList();
    }

    /**
     * Who, other than Shakebook, wrote to the object last, after Shakebook did; those that only write its status aside.
     * A hint at who removed a field, which no object keeps.
     */
    public static Optional<Author> lastOther(Manifest live) {
        return Ownership.of(live).entries().stream()
                .filter(entry -> !entry.subresource().equals("status"))
                .map(Author::of)
                .max(Comparator.comparing(Author::time))
                .filter(last -> !last.ours());
    }

    /** Who made the object, as far as it still knows: its oldest writer. */
    public static Optional<Author> first(Manifest live) {
        return Ownership.of(live).entries().stream()
                .filter(entry -> !entry.subresource().equals("status"))
                .map(Author::of)
                .min(Comparator.comparing(Author::time));
    }

    /** Whether it is one of Shakebook's own field managers. */
    public boolean ours() {
        return Families.ours(manager);
    }

    private static Author of(Ownership.Entry entry) {
        return new Author(entry.manager(), entry.operation(), entry.subresource(), entry.time());
    }
}
