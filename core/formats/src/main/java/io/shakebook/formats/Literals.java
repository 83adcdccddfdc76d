// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes values as TOML, YAML and JSON all read them. */
final class Literals {

    private Literals() {}

    /** A scalar: a float always has a point, so that it stays a float. */
    static String of(Object value) {
        if (value instanceof String text) {
            return DoubleQuoted.of(text);
        }
        if (value instanceof BigDecimal decimal) {
            String plain = decimal.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return String.valueOf(value);
    }

    /** A list or map as one line that is equal for equal values, whatever their layout. */
    static String canonical(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Literals::canonical).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> DoubleQuoted.of(String.valueOf(entry.getKey())) + ": " + canonical(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return of(value);
    }
}
