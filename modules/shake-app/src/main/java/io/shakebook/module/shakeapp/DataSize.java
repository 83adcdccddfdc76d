// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.regex.Pattern;

/** How much a shake may write to its data folder, as Kubernetes writes sizes: {@code 2Gi}. */
public record DataSize(String value) {
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]*(Ki|Mi|Gi|Ti|k|M|G|T)?");

    public DataSize {
        if (!SIZE.matcher(value).matches()) {
            throw new InvalidArgument("\"" + value + "\" is not a size", "write a number and a unit, such as \"2Gi\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
