// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What is to know of a look-up without running it.
 *
 * @param row record of the columns; {@code Optional} columns may be absent
 * @param single whether it gives exactly one row, read as {@code facts.f.column}; otherwise rows are iterated
 */
public record LookupSpec<A extends Record, R extends Record>(
        String name,
        String summary,
        String description,
        Class<A> args,
        Class<R> row,
        boolean single,
        List<Permission> permissions,
        List<Example> examples) {
    public LookupSpec {
        requireNonNull(name, "name");
        requireNonNull(summary, "summary");
        requireNonNull(description, "description");
        requireNonNull(args, "args");
        requireNonNull(row, "row");
        permissions = List.copyOf(permissions);
        examples = List.copyOf(examples);
    }
}
