// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Scalars;
import io.shakebook.engine.expression.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Says what a value is, for messages; never a secret's content. */
final class ValueWords {
    private static final int LONGEST = 60;

    private ValueWords() {}

    static String of(Arg given, BindingContext context) {
        if (given instanceof Arg.Leaf leaf) {
            return of(leaf.value(), context);
        }
        return given instanceof Arg.Items ? "a list" : "a map";
    }

    private static String of(Value value, BindingContext context) {
        if (value instanceof Value.Known known) {
            return known(known.value());
        }
        if (value instanceof Value.Unknown unknown) {
            return unknown.type().words();
        }
        if (value instanceof Value.Struct struct) {
            Optional<Record> origin = struct.origin();
            return origin.map(record -> context.words(Slot.of(record.getClass())))
                    .orElse("something with fields");
        }
        if (value instanceof Value.Listed) {
            return "a list";
        }
        return value instanceof Value.Mapped ? "a map" : value instanceof Value.Table ? "rows" : "a text";
    }

    private static String known(Object value) {
        String text = Scalars.text(value).orElse("");
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
        if (value instanceof String) {
            return "the text \"" + shown + "\"";
        }
        if (value instanceof Long) {
            return "the whole number " + shown;
        }
        if (value instanceof BigDecimal) {
            return "the number " + shown;
        }
        return value instanceof Boolean
                ? "the boolean " + shown
                : value instanceof Duration ? "the duration " + shown : "a secret";
    }
}
