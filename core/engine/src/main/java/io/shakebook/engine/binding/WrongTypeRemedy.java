// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.binding.Slot.Single;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says what to write instead of a value of the wrong type. */
final class WrongTypeRemedy {

    private WrongTypeRemedy() {}

    static String of(Slot slot, Arg given, BindingContext context) {
        if (!(given instanceof Arg.Leaf leaf)) {
            return "write " + context.words(slot);
        }
        Collection<String> fields = fields(leaf.value());
        if (!fields.isEmpty()) {
            return fields.stream().limit(8).collect(Collectors.joining(", ", "name one of its fields: ", ""));
        }
        return leaf.value() instanceof Value.Known known
                ? known(slot instanceof Slot.Wrapped wrapped ? wrapped.inner() : slot, leaf, known.value())
                : "write " + context.words(slot);
    }

    private static Collection<String> fields(Value value) {
        if (value instanceof Value.Struct struct && struct.origin().isPresent()) {
            return RecordShape.of(struct.origin().get().getClass()).components().stream()
                    .map(RecordShape.Component::name)
                    .toList();
        }
        return value instanceof Value.Unknown unknown && unknown.type() instanceof Type.Struct struct
                ? struct.members().keySet()
                : List.of();
    }

    private static String known(Slot wanted, Arg.Leaf leaf, Object given) {
        boolean fraction = wanted == Single.DOUBLE || wanted == Single.DECIMAL;
        boolean whole = wanted == Single.INT || wanted == Single.LONG;
        if (leaf.literal() && given instanceof Long && fraction) {
            return "write " + given + ".0";
        }
        if (leaf.literal() && !(given instanceof String) && (wanted == Single.STRING || wanted == Single.TEXT)) {
            return "quote it: \"" + leaf.written() + "\"";
        }
        if (wanted == Single.INT && given instanceof Long) {
            return "write a number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        boolean unquoted = given instanceof String text
                && (whole && text.matches("-?[1-9][0-9]{0,17}")
                        || fraction && text.matches("-?[0-9]+\\.[0-9]+")
                        || wanted == Single.BOOLEAN && text.matches("true|false"));
        return unquoted ? "write it without quotes: " + given : "write " + wanted.words();
    }
}
