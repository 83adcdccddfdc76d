// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digest of the one plan that may be carried out, or its beginning.
 *
 * @param typed as it was typed
 * @param digits hexadecimal, in lower case
 */
record GivenDigest(String typed, String digits) {
    /** Fewer could be met by another plan, made on purpose. */
    static final int FEWEST = 12;

    private static final Pattern FORM = Pattern.compile("(?:sha256:)?([0-9a-f]{" + FEWEST + ",64})");

    /** Empty if it is none. */
    static Optional<GivenDigest> parse(String typed) {
        Matcher form = FORM.matcher(typed.toLowerCase(Locale.ROOT));
        return form.matches() ? Optional.of(new GivenDigest(typed, form.group(1))) : Optional.empty();
    }

    /** @param digest of a plan: {@code sha256:} and 64 digits */
    boolean is(String digest) {
        return digest.startsWith("sha256:" + digits);
    }
}
