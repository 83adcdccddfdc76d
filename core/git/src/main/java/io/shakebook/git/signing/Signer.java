// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.signing;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of the list of signers.
 *
 * @param name whose key it is; several, with commas, are one name here
 * @param uses what it may sign: patterns such as {@code git}; anything if empty
 * @param after from when on
 * @param before until when
 */
record Signer(String name, List<String> uses, Optional<Instant> after, Optional<Instant> before, PublicKey key) {
    private static final Pattern NOT_WILD = Pattern.compile("[^*?]+");

    Signer {
        uses = List.copyOf(uses);
    }

    boolean maySign(String use) {
        return uses.isEmpty()
                || uses.stream().noneMatch(one -> one.startsWith("!") && matches(one.substring(1), use))
                        && uses.stream().anyMatch(one -> matches(one, use));
    }

    boolean validAt(Instant moment) {
        return after.map(from -> !moment.isBefore(from)).orElse(true)
                && before.map(until -> moment.isBefore(until)).orElse(true);
    }

    private static boolean matches(String pattern, String text) {
        String quoted = NOT_WILD.matcher(pattern)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(Pattern.quote(found.group())));
        return text.matches(quoted.replace("*", ".*").replace("?", "."));
    }
}
