// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a look-up found.
 *
 * @param rows by stable key (an ordinal or a name, never a position), in the order in which they are iterated
 * @param evidence what the answer rests on, in words: {@code labels only, Redis was not asked}
 */
public record Rows<R extends Record>(Map<String, R> rows, String evidence) {
    public Rows {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        requireNonNull(evidence, "evidence");
    }

    /** The only row of a look-up whose spec says {@code single}. */
    public static <R extends Record> Rows<R> single(R row, String evidence) {
        return new Rows<>(Map.of("", row), evidence);
    }
}
