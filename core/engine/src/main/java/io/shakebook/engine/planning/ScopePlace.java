// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Slot;
import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.regex.Pattern;

/** Where a step acts. */
record ScopePlace(String cluster, String namespace) {

    static final Slot NAMESPACE = Slot.of(Namespace.class);

    /**
     * A namespace: an RFC 1123 label.
     * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
     */
    record Namespace(String value) {
        private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");

        Namespace {
            if (value.length() > 63 || !ALLOWED.matcher(value).matches()) {
                throw new InvalidArgument(
                        "\"" + value + "\" is not a name that Kubernetes accepts for a namespace: at most 63 lower-case"
                                + " letters, digits and \"-\", starting and ending with a letter or digit",
                        "give the name of an existing namespace");
            }
        }
    }
}
