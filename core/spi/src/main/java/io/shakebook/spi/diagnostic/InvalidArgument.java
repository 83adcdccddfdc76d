// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.diagnostic;

import static java.util.Objects.requireNonNull;

/**
 * Thrown by the constructor of an args record, or of a value in it, that was given a wrong value. The engine turns it
 * into a diagnostic at the value's line; nothing was contacted or written.
 */
public final class InvalidArgument extends IllegalArgumentException {
    private final String component;
    private final String remedy;

    /** The value as a whole is wrong. */
    public InvalidArgument(String message, String remedy) {
        this("", message, remedy);
    }

    /** @param component name of the record component that is wrong, in camelCase; empty for the value as a whole */
    public InvalidArgument(String component, String message, String remedy) {
        super(requireNonNull(message, "message"));
        this.component = requireNonNull(component, "component");
        this.remedy = requireNonNull(remedy, "remedy");
    }

    public String component() {
        return component;
    }

    public String remedy() {
        return remedy;
    }
}
