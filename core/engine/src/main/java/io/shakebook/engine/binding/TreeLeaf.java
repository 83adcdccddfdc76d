// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.binding.Slot.Single;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leaves of trees, back to the Java types of components. */
final class TreeLeaf {

    private TreeLeaf() {}

    /** Empty if the leaf has another type. */
    static Optional<Object> read(Slot slot, Object leaf) {
        Object plain = leaf instanceof Text text
                ? text.literal().<Object>map(known -> known).orElse(text)
                : leaf;
        if (slot instanceof Slot.Choice choice) {
            for (Enum<?> constant : choice.type().getEnumConstants()) {
                if (Kebab.of(constant).equals(plain)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        }
        return slot instanceof Single single ? single(single, leaf, plain) : Optional.empty();
    }

    private static Optional<Object> single(Single single, Object leaf, Object plain) {
        switch (single) {
            case TEXT:
                return text(leaf);
            case FILE:
                return leaf instanceof Map<?, ?> map && map.get("text") != null
                        ? text(map.get("text"))
                                .map(text -> new FileContent((Text) text, String.valueOf(map.get("format"))))
                        : Optional.empty();
            case SECRET:
                return leaf instanceof Text text
                                && text.parts().size() == 1
                                && text.parts().get(0) instanceof Text.Secret secret
                        ? Optional.of(secret.ref())
                        : Optional.empty();
            case CLUSTER:
                return leaf instanceof Map<?, ?> map ? Optional.of(RecordTree.cluster(map)) : Optional.empty();
            case STRING:
                return plain instanceof String ? Optional.of(plain) : Optional.empty();
            case BOOLEAN:
                return plain instanceof Boolean
                        ? Optional.of(plain)
                        : word(plain)
                                .filter(word -> word.equals("true") || word.equals("false"))
                                .map(Boolean::valueOf);
            case DURATION:
                return word(plain).map(Duration::parse);
            case FIELD_PATH:
                return word(plain).map(FieldPath::parse);
            default:
                return number(single, plain);
        }
    }

    private static Optional<Object> text(@Nullable Object leaf) {
        return leaf instanceof Text
                ? Optional.of(leaf)
                : leaf instanceof String text ? Optional.of(Text.of(text)) : Optional.empty();
    }

    /** Also from a text, because a pending number was filled in as one. */
    private static Optional<Object> number(Single single, Object plain) {
        if (!(plain instanceof Number) && !(plain instanceof String)) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(plain.toString());
            switch (single) {
                case INT:
                    return Optional.of(number.intValueExact());
                case DOUBLE:
                    return Optional.of(number.doubleValue());
                case DECIMAL:
                    return Optional.of(number);
                default:
                    return Optional.of(number.longValueExact());
            }
        } catch (ArithmeticException | NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<String> word(Object plain) {
        return plain instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
