// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.regex.Pattern;

/**
 * A name that Kubernetes accepts for a Service: an RFC 1035 label of at most 63 characters.
 * Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names
 */
public record ServiceName(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    public ServiceName {
        if (value.length() > 63 || !ALLOWED.matcher(value).matches()) {
            throw new InvalidArgument(
                    "\"" + value
                            + "\" is not a name that Kubernetes accepts for a Service: at most 63 lower-case letters,"
                            + " digits and \"-\", starting with a letter and ending with a letter or digit",
                    ObjectName.suggestion(value.replace('.', '-').replaceAll("^[0-9]+", ""), 63, ALLOWED));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
