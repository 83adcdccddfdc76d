// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a value looks like a password, by the key that it stands behind and by its own form. */
public final class PasswordLook {
    private static final Pattern WORDS = Pattern.compile("[-_.\\s]+|(?<=[a-z0-9])(?=[A-Z])");
    private static final Set<String> LAST = Set.of(
            "password",
            "passwd",
            "passphrase",
            "pass",
            "pwd",
            "pw",
            "token",
            "secret",
            "credential",
            "credentials",
            "apikey",
            "requirepass",
            "masterauth");
    private static final Set<String> KEYS = Set.of("secret", "api", "access", "private", "auth", "encryption");
    private static final Pattern FORM = Pattern.compile("(?s).*("
            + "[A-Za-z][A-Za-z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@" // a URL with a password in it
            + "|-----BEGIN [A-Z ]*PRIVATE KEY"
            + "|(?i:\\b(password|passwd|pwd|passphrase|token|secret)=)[^\\s;&]"
            + "|\\b(ghp|gho|ghs|github_pat)_[A-Za-z0-9]{20}|\\bglpat-[-_A-Za-z0-9]{16}|\\bxox[abprs]-"
            + "|\\bAKIA[0-9A-Z]{16}\\b"
            + "|\\beyJ[-_A-Za-z0-9]{8,}\\.eyJ[-_A-Za-z0-9]{8,}\\." // a JSON web token
            + ").*");

    private PasswordLook() {}

    /** @param key without its path */
    public static boolean has(String key, String value) {
        return !value.isEmpty()
                && (telling(key) && !flag(value) || FORM.matcher(value).matches());
    }

    /** {@code db-password} and {@code clientSecret}, but not {@code password-key}, which says where one lies. */
    private static boolean telling(String key) {
        List<String> words = List.of(WORDS.split(key));
        String last = lower(words.get(words.size() - 1));
        String before = words.size() > 1 ? lower(words.get(words.size() - 2)) : "";
        boolean pull = last.equals("secret") && before.equals("pull"); // the name of a Kubernetes Secret
        return LAST.contains(last) && !pull
                || last.endsWith("s") && LAST.contains(last.substring(0, last.length() - 1)) && !pull
                || last.equals("key") && KEYS.contains(before);
    }

    private static boolean flag(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
