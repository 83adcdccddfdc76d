// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.binding.Slot.Single;
import io.shakebook.engine.expression.Scalars;
import io.shakebook.spi.kube.FieldPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Known scalars to the Java types of components. */
final class Conversion {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KiB|MiB|GiB|TiB|kB|MB|GB|TB)");
    private static final Map<String, Long> UNITS = Map.of(
            "B",
            1L,
            "KiB",
            1L << 10,
            "MiB",
            1L << 20,
            "GiB",
            1L << 30,
            "TiB",
            1L << 40,
            "kB",
            1_000L,
            "MB",
            1_000_000L,
            "GB",
            1_000_000_000L,
            "TB",
            1_000_000_000_000L);

    private Conversion() {}

    /** @param literal a value that stands in a file as it is must have the right spelling; others are turned into texts */
    static Optional<Object> to(Single single, Object given, boolean literal) {
        switch (single) {
            case STRING:
                return given instanceof String || !literal && !(given instanceof Duration)
                        ? Scalars.text(given).map(text -> text)
                        : Optional.empty();
            case INT:
                return given instanceof Long whole && whole == whole.intValue()
                        ? Optional.of(whole.intValue())
                        : Optional.empty();
            case LONG:
                return given instanceof Long ? Optional.of(given) : Optional.empty();
            case BYTES:
                return given instanceof Long whole && whole >= 0
                        ? Optional.of(whole)
                        : given instanceof String text ? size(text) : Optional.empty();
            case DOUBLE:
                return given instanceof BigDecimal number ? Optional.of(number.doubleValue()) : Optional.empty();
            case DECIMAL:
                return given instanceof BigDecimal ? Optional.of(given) : Optional.empty();
            case BOOLEAN:
                return given instanceof Boolean ? Optional.of(given) : Optional.empty();
            case DURATION:
                return given instanceof Duration
                        ? Optional.of(given)
                        : given instanceof String text ? Durations.parse(text).map(one -> one) : Optional.empty();
            case FIELD_PATH:
                return given instanceof String text ? path(text) : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    private static Optional<Object> size(String text) {
        Matcher size = SIZE.matcher(text);
        try {
            return size.matches()
                    ? Optional.of(
                            Math.multiplyExact(Long.parseLong(size.group(1)), UNITS.getOrDefault(size.group(2), 1L)))
                    : Optional.empty();
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<Object> path(String text) {
        try {
            FieldPath path = FieldPath.parse(text);
            return path.segments().isEmpty() ? Optional.empty() : Optional.of(path);
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }
}
