// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A value that may be pending: known now, or known after another step. */
public sealed interface Late<T> {

    static <T> Late<T> of(T value) {
        return new Known<>(value);
    }

    /** The value, or empty while it is pending. */
    Optional<T> known();

    /** A value that is known now. */
    record Known<T>(T value) implements Late<T> {
        public Known {
            requireNonNull(value, "value");
        }

        @Override
        public Optional<T> known() {
            return Optional.of(value);
        }
    }

    /** A value that an earlier step will give. */
    record Pending<T>(OutputRef ref) implements Late<T> {
        public Pending {
            requireNonNull(ref, "ref");
        }

        @Override
        public Optional<T> known() {
            return Optional.empty();
        }
    }
}
