// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.diagnostic.InvalidArgument;
import java.util.regex.Pattern;

/** An image that is named by the digest of its content, so that every pod runs the same: {@code …/redis-shake@sha256:4665…}. */
public record PinnedImage(String value) {
    private static final Pattern PINNED = Pattern.compile("[^@\\s]+@sha256:[0-9a-f]{64}");

    public PinnedImage {
        if (!PINNED.matcher(value).matches()) {
            throw new InvalidArgument(
                    "the image \"" + value
                            + "\" is not named by its digest, so another program could run after a restart",
                    "write \"NAME@sha256:\" and the 64 hexadecimal digits that the registry shows");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
