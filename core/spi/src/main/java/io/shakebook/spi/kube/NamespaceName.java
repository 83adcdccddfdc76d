// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.regex.Pattern;

/**
 * A name that Kubernetes accepts for a namespace: an RFC 1123 label of at most 63 characters.
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
 */
public record NamespaceName(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

    public NamespaceName {
        if (value.length() > 63 || !ALLOWED.matcher(value).matches()) {
            throw new InvalidArgument(
                    "\"" + value
                            + "\" is not a name that Kubernetes accepts for a namespace: at most 63 lower-case letters,"
                            + " digits and \"-\", starting and ending with a letter or digit",
                    ObjectName.suggestion(value.replace('.', '-'), 63, ALLOWED));
        }
    }

    /** As the named component of a record. @throws InvalidArgument for that component */
    public static void check(String component, String value) {
        try {
            new NamespaceName(value);
        } catch (InvalidArgument wrong) {
            throw new InvalidArgument(component, String.valueOf(wrong.getMessage()), wrong.remedy());
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
