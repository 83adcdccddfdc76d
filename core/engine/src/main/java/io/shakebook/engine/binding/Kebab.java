// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import java.util.Locale;

/** Spelling of names: kebab-case in files, camelCase in records, upper case in enums. */
public final class Kebab {

    private Kebab() {}

    /** {@code targetPort} is written {@code target-port}. */
    public static String of(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** How a constant is written in a file: its own text if it has one, otherwise {@code FINISH_PHASE} as {@code finish-phase}. */
    public static String of(Enum<?> constant) {
        String own = constant.toString();
        return own.equals(constant.name()) ? own.toLowerCase(Locale.ROOT).replace('_', '-') : own;
    }
}
