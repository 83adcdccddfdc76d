// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import static java.util.Objects.requireNonNull;

/** Something that was measured while verifying: {@code ready pods}, {@code 0 of 1}. */
public record Measure(String name, String value) {
    public Measure {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }
}
