// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Turns a misspelt name into a "did you mean". */
public final class Nearest {
    private static final Pattern SEPARATORS = Pattern.compile("[_ -]");
    private static final int LISTED = 12;
    private static final int SHORTEST_BEGINNING = 3;

    private Nearest() {}

    /** {@code did you mean "port"?}, or all that exist: {@code arguments: name, port}. */
    public static String remedy(String wrong, String what, Collection<String> known) {
        if (known.isEmpty()) {
            return "there are no " + what;
        }
        return to(wrong, known)
                .or(() -> begun(wrong, known))
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> what + ": "
                        + known.stream().limit(LISTED).collect(Collectors.joining(", "))
                        + (known.size() > LISTED ? ", and " + (known.size() - LISTED) + " more" : ""));
    }

    /** The only known name that begins like this: {@code int} for {@code integer}. */
    private static Optional<String> begun(String wrong, Collection<String> known) {
        String plain = plain(wrong);
        List<String> longer = known.stream()
                .filter(name ->
                        plain.length() >= SHORTEST_BEGINNING && plain(name).startsWith(plain))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    /** The known name that is most like the wrong one, if any is like it. */
    public static Optional<String> to(String wrong, Collection<String> known) {
        String plain = plain(wrong);
        return known.stream()
                .filter(name -> near(plain, plain(name)))
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
    }

    /** A third of the letters may differ, but never all of them. */
    private static boolean near(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int most = Math.min(Math.max(1, shorter / 3), Math.max(1, shorter) - 1);
        return Math.abs(one.length() - other.length()) <= most && distance(one, other) <= most;
    }

    private static int distance(String one, String other) {
        return new DamerauLevenshteinDistance().apply(one, other);
    }

    /** Spelling that is a habit of another language is no difference: {@code targetPort}, {@code target_port}. */
    private static String plain(String name) {
        String shortened = name.length() > 64 ? name.substring(0, 64) : name;
        return SEPARATORS.matcher(shortened).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
