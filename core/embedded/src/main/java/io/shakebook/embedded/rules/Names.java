// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name formats of Kubernetes, with its own words for what is wrong. Source: apimachinery, util/validation. */
final class Names {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final Pattern RFC_1123_LABEL = Pattern.compile(LABEL);
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern LABEL_VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

    private Names() {}

    static Optional<String> subdomain(String name) {
        return check(
                name,
                253,
                SUBDOMAIN,
                "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                        + " start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
                        + SUBDOMAIN.pattern() + "')");
    }

    static Optional<String> label(String name) {
        return check(
                name,
                63,
                RFC_1123_LABEL,
                "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                        + " end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '"
                        + LABEL + "')");
    }

    /** The name of a container's port may have several things wrong with it. */
    static List<String> portName(String name) {
        List<String> wrong = new ArrayList<>();
        if (name.length() > 15) {
            wrong.add("must be no more than 15 characters");
        }
        if (!name.matches("[-a-z0-9]+")) {
            wrong.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (!name.matches(".*[a-z].*")) {
            wrong.add("must contain at least one letter (a-z)");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            wrong.add("must not begin or end with a hyphen");
        }
        return wrong;
    }

    static Optional<String> configKey(String key) {
        return check(
                key,
                253,
                CONFIG_KEY,
                "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                        + " 'KEY_NAME',  or 'key-name', regex used for validation is '" + CONFIG_KEY.pattern() + "')");
    }

    static Optional<String> labelKey(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        boolean prefixed = slash < 0 || subdomain(key.substring(0, slash)).isEmpty();
        Optional<String> wrong = check(
                name,
                63,
                QUALIFIED,
                "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                        + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation"
                        + " is '" + QUALIFIED.pattern() + "')");
        return prefixed
                ? wrong
                : Optional.of(
                        "prefix part " + subdomain(key.substring(0, slash)).orElse(""));
    }

    static Optional<String> labelValue(String value) {
        return check(
                value,
                63,
                LABEL_VALUE,
                "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must"
                        + " start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345',"
                        + " regex used for validation is '" + LABEL_VALUE.pattern() + "')");
    }

    private static Optional<String> check(String name, int longest, Pattern pattern, String why) {
        if (name.length() > longest) {
            return Optional.of("must be no more than " + longest + " characters");
        }
        return pattern.matcher(name).matches() ? Optional.empty() : Optional.of(why);
    }
}
