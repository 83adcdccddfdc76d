// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.value.Text;

/** One side of a field in a diff. */
public sealed interface Side {

    /** There is no such field. */
    record None() implements Side {}

    /**
     * A JSON scalar, map or list, or a {@code Text} that may hold secret and pending parts. As in a {@code Manifest}, a
     * plain text of literals only becomes a {@code String}.
     */
    record Value(Object value) implements Side {
        public Value {
            requireNonNull(value, "value");
            if (value instanceof Text text && text.encoding() == Text.Encoding.PLAIN) {
                value = text.literal().<Object>map(literal -> literal).orElse(text);
            }
        }
    }

    /**
     * An observed value that must not be shown, since the wanted one holds a secret.
     *
     * @param equal whether it equals the wanted value
     */
    record Masked(boolean equal) implements Side {}

    /**
     * A value that the server will choose.
     *
     * @param bound what it can be, in words: {@code 30000-32767}
     */
    record Decided(String bound) implements Side {
        public Decided {
            requireNonNull(bound, "bound");
        }
    }

    Side NONE = new None();
}
