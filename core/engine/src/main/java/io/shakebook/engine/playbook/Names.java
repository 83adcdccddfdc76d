// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the names that a file gives: their form, and that each is given once. */
final class Names {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Set<String> AT_THE_START = Set.of("parameter", "loop");
    private static final Set<String> TAKEN =
            Set.of("facts", "steps", "and", "or", "not", "in", "true", "false", "has", "first");

    private final String kind;
    private final Problems problems;
    private final Map<String, Position> seen = new HashMap<>();

    /** @param kind for messages: {@code step} */
    Names(String kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
    }

    /** The name, or empty if it is there already; one of a wrong form is reported, but can be referred to. */
    Optional<String> check(Scalar name) {
        String text = name.text();
        boolean taken = AT_THE_START.contains(kind) && TAKEN.contains(text);
        if (!FORM.matcher(text).matches() || taken) {
            String near = text.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^[-0-9]+|-+$", "");
            problems.error(
                    "wrong-name",
                    taken
                            ? "\"" + text + "\" has a meaning of its own and cannot be the name of a " + kind
                            : "\"" + text + "\" cannot be the name of a " + kind
                                    + ": names are lower-case letters, digits and single \"-\", starting with a letter",
                    name.at(),
                    FORM.matcher(near).matches() && !TAKEN.contains(near)
                            ? "use \"" + near + "\""
                            : "use a name such as \"my-" + kind + "\"");
        }
        Position first = seen.putIfAbsent(text, name.at());
        if (first != null) {
            problems.error(
                    "duplicate-" + kind,
                    "there are two " + kind + "s with the name \"" + text + "\"",
                    name.at(),
                    "rename one; the first is in line " + first.line());
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
