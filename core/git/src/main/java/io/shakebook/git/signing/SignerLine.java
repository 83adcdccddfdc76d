// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;

/**
 * A line of a list of signers, as ssh-keygen(1) describes it under ALLOWED SIGNERS. JGit's own reader takes one option
 * only, and a time without {@code Z} for one of Greenwich.
 */
final class SignerLine {
    private static final Pattern LINE = Pattern.compile(
            "^(\"[^\"]*\"|[^\\s\"]+)\\s+(?:((?:[a-z-]+(?:=\"[^\"]*\")?,?)+)\\s+)?((?:ssh|ecdsa|sk)-[\\w.@-]+\\s+[A-Za-z0-9+/=]+)(?:\\s.*)?$");
    private static final Pattern OPTION = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?,?");
    private static final List<String> KNOWN = List.of("namespaces", "valid-after", "valid-before");

    private SignerLine() {}

    /** A line cannot be understood, so that the list is not used: what it allows or forbids is not known. */
    static final class Wrong extends Exception {
        Wrong(String why) {
            super(why);
        }
    }

    static Signer parse(String line) throws Wrong {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new Wrong("this is no signer");
        }
        Map<String, String> options =
                options(Optional.ofNullable(parts.group(2)).orElse(""));
        return new Signer(
                parts.group(1).replace("\"", ""),
                Optional.ofNullable(options.get("namespaces"))
                        .map(all -> List.of(all.split(",")))
                        .orElse(List.of()),
                time(options, "valid-after"),
                time(options, "valid-before"),
                key(parts.group(3)));
    }

    private static Map<String, String> options(String text) throws Wrong {
        Map<String, String> options = new LinkedHashMap<>();
        Matcher option = OPTION.matcher(text);
        while (option.find()) {
            String name = option.group(1).toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(name) || option.group(2) == null) {
                throw new Wrong("\"" + name + "\" is not understood; " + String.join(", ", KNOWN) + " are");
            }
            options.put(name, option.group(2));
        }
        return options;
    }

    /** {@code YYYYMMDD[HHMM[SS]][Z]}; without {@code Z} it is the time of this machine. */
    private static Optional<Instant> time(Map<String, String> options, String name) throws Wrong {
        String said = options.get(name);
        if (said == null) {
            return Optional.empty();
        }
        boolean greenwich = said.endsWith("Z");
        String digits = greenwich ? said.substring(0, said.length() - 1) : said;
        if (!digits.matches("\\d{8}|\\d{12}|\\d{14}")) {
            throw new Wrong("\"" + said + "\" is no time; write YYYYMMDD or YYYYMMDDHHMMSS, with Z for UTC");
        }
        try {
            LocalDateTime time = LocalDateTime.parse(
                    (digits + "000000").substring(0, 14), DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT));
            return Optional.of(time.atZone(greenwich ? ZoneOffset.UTC : ZoneId.systemDefault())
                    .toInstant());
        } catch (DateTimeException e) {
            throw new Wrong("\"" + said + "\" is no time");
        }
    }

    private static PublicKey key(String text) throws Wrong {
        try {
            AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(text);
            PublicKey key = entry == null ? null : entry.resolvePublicKey(null, null);
            if (key == null) {
                throw new Wrong("its key is of a kind that is not known");
            }
            return key;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new Wrong("its key cannot be read");
        }
    }
}
