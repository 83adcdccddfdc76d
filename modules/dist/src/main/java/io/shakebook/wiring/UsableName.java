// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.playbook.StepParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Refuses names under which nobody could use a module: a step or an inventory reads them as something else. */
enum UsableName {
    MODULE("module", "a step", StepParser.KEYS),
    LOOKUP("look-up", "a fact", List.of()),
    TYPE("inventory type", "an inventory", InventoryParser.KEYS);

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String kind;
    private final String place;
    private final List<String> taken;

    UsableName(String kind, String place, List<String> taken) {
        this.kind = kind;
        this.place = place;
        this.taken = List.copyOf(taken);
    }

    /**
     * Checks all of a kind together.
     *
     * @param name asks one for its name
     * @throws IllegalArgumentException if a name cannot be used or is given twice; the message names classes and jars
     */
    <T> void check(List<? extends T> all, Function<T, String> name) {
        Map<String, Class<?>> seen = new HashMap<>();
        for (T one : all) {
            Class<?> type = one.getClass();
            String given = asked(one, name);
            check(given, type);
            Class<?> other = seen.putIfAbsent(given, type);
            if (other != null) {
                throw new IllegalArgumentException("the " + kind + " \"" + given + "\" is there twice: "
                        + Origin.of(other) + ", and " + Origin.of(type));
            }
        }
    }

    private void check(String name, Class<?> type) {
        if (taken.contains(name)) {
            throw new IllegalArgumentException(Origin.of(type) + " calls its " + kind + " \"" + name
                    + "\", which " + place + " reads as something else; these names are taken: "
                    + String.join(", ", taken));
        }
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(Origin.of(type) + " calls its " + kind + " \"" + name
                    + "\"; names are lower-case letters, digits and single \"-\", starting with a letter");
        }
    }

    /** What was built against another version of the SPI shows it when it is first asked. */
    private static <T> String asked(T one, Function<T, String> name) {
        try {
            return name.apply(one);
        } catch (LinkageError | RuntimeException e) {
            throw new IllegalArgumentException(Origin.of(one.getClass()) + " cannot say what it is: " + e, e);
        }
    }
}
