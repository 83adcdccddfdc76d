// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Scalars;
import io.shakebook.engine.expression.Value;
import java.math.BigDecimal;

/** Says what a value is, for messages; never a secret's content. */
final class ValueWords {

    private ValueWords() {}

    static String of(Arg.Leaf leaf) {
        return of(leaf.value());
    }

    static String of(Value value) {
        if (value instanceof Value.Known known) {
            String text = Scalars.text(known.value()).orElse("");
            String shown = text.length() > 60 ? text.substring(0, 57) + "..." : text;
            return known.value() instanceof String ? "the text \"" + shown + "\"" : kind(known.value()) + " " + shown;
        }
        if (value instanceof Value.Unknown unknown) {
            return unknown.type().words();
        }
        if (value instanceof Value.Joined) {
            return "a text";
        }
        if (value instanceof Value.Listed) {
            return "a list";
        }
        return value instanceof Value.Mapped
                ? "a map"
                : value instanceof Value.Table ? "rows" : "something with fields";
    }

    private static String kind(Object value) {
        if (value instanceof Long) {
            return "the whole number";
        }
        if (value instanceof BigDecimal) {
            return "the number";
        }
        return value instanceof Boolean
                ? "the boolean"
                : value instanceof java.time.Duration ? "the duration" : "a secret";
    }
}
