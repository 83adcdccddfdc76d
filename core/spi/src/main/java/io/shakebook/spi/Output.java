// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.Bound;
import java.util.List;

/**
 * Where the value of an output comes from. An output is data, so that no module code runs while a plan is applied.
 *
 * @param <T> String, Integer, Boolean, or a record of strings such as {@code LocalRef}
 */
public sealed interface Output<T> {

    /** A value that is known while planning. */
    static <T> Output<T> fixed(T value) {
        return new Fixed<>(value);
    }

    /**
     * A field of a wanted object, known when the object has it.
     *
     * @param wanted index into {@link Desired#wanted()}
     * @param bound what the value can be, while it is not known
     */
    static <T> Output<T> field(int wanted, FieldPath path, Bound bound) {
        return new Field<>(wanted, path, bound);
    }

    /** A digest of a part of a wanted object, files compared by their keys; known when that part is not to change. */
    static Output<String> digest(int wanted, FieldPath path) {
        return new Digest(wanted, path);
    }

    /** The texts of several outputs, one after the other. */
    static Output<String> joined(Output<?>... parts) {
        return new Joined(List.of(parts));
    }

    /** See {@link #fixed}. */
    record Fixed<T>(T value) implements Output<T> {
        public Fixed {
            requireNonNull(value, "value");
        }
    }

    /** See {@link #field}. */
    record Field<T>(int wanted, FieldPath path, Bound bound) implements Output<T> {
        public Field {
            requireNonNull(path, "path");
            requireNonNull(bound, "bound");
        }
    }

    /** See {@link #digest}. */
    record Digest(int wanted, FieldPath path) implements Output<String> {
        public Digest {
            requireNonNull(path, "path");
        }
    }

    /** See {@link #joined}. */
    record Joined(List<Output<?>> parts) implements Output<String> {
        public Joined {
            parts = List.copyOf(parts);
        }
    }
}
