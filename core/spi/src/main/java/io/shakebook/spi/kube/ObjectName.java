// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that Kubernetes accepts for most objects: an RFC 1123 subdomain of at most 253 characters.
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
public record ObjectName(String value) {
    private static final Pattern ALLOWED =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    public ObjectName {
        if (value.length() > 253 || !ALLOWED.matcher(value).matches()) {
            throw new InvalidArgument(
                    "\"" + value
                            + "\" is not a name that Kubernetes accepts: at most 253 lower-case letters, digits, \"-\" and"
                            + " \".\", starting and ending with a letter or digit",
                    suggestion(value, 253, ALLOWED));
        }
    }

    static String suggestion(String value, int longest, Pattern allowed) {
        String near =
                value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-").replaceAll("^[-.]+", "");
        near = near.substring(0, Math.min(longest, near.length())).replaceAll("[-.]+$", "");
        return allowed.matcher(near).matches() ? "use \"" + near + "\"" : "choose a name such as \"my-object\"";
    }

    @Override
    public String toString() {
        return value;
    }
}
