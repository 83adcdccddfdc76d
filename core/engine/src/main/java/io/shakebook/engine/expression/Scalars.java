// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** How single values are written in a text. */
public final class Scalars {

    private Scalars() {}

    /** The text of a String, number, boolean or duration; empty for a secret. */
    public static Optional<String> text(Object scalar) {
        if (scalar instanceof BigDecimal number) {
            return Optional.of(number.toPlainString());
        }
        if (scalar instanceof Duration duration) {
            return Optional.of(duration(duration));
        }
        return scalar instanceof String || scalar instanceof Long || scalar instanceof Boolean
                ? Optional.of(scalar.toString())
                : Optional.empty();
    }

    /** As playbooks write it: {@code 1h30m}. */
    public static String duration(Duration duration) {
        StringBuilder text = new StringBuilder();
        long hours = duration.toHours();
        text.append(hours > 0 ? hours + "h" : "");
        text.append(duration.toMinutesPart() > 0 ? duration.toMinutesPart() + "m" : "");
        text.append(duration.toSecondsPart() > 0 ? duration.toSecondsPart() + "s" : "");
        text.append(duration.toMillisPart() > 0 ? duration.toMillisPart() + "ms" : "");
        return text.length() == 0 ? "0s" : text.toString();
    }
}
