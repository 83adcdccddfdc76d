// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Turns a misspelt name into a "did you mean". */
public final class Nearest {
    private static final int LISTED = 12;

    private Nearest() {}

    /** {@code did you mean "port"?}, or all that exist: {@code arguments: name, port}. */
    public static String remedy(String wrong, String what, Collection<String> known) {
        if (known.isEmpty()) {
            return "there are no " + what;
        }
        return to(wrong, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> what + ": "
                        + known.stream().limit(LISTED).collect(Collectors.joining(", "))
                        + (known.size() > LISTED ? ", and " + (known.size() - LISTED) + " more" : ""));
    }

    /** The known name that is most like the wrong one, if any is like it. */
    public static Optional<String> to(String wrong, Collection<String> known) {
        String plain = plain(wrong);
        return known.stream()
                .filter(name ->
                        distance(plain, plain(name)) <= Math.max(1, Math.min(plain.length(), name.length()) / 3))
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }

    /** Spelling that is a habit of another language is no difference: {@code targetPort}, {@code target_port}. */
    private static String plain(String name) {
        String shortened = name.length() > 64 ? name.substring(0, 64) : name;
        return shortened.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
    }
}
