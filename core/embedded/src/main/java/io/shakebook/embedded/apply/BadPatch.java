// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

/** A patch that cannot be applied to this object, or that is none; nothing was changed. */
public final class BadPatch extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean noPatch;

    private BadPatch(String message, boolean noPatch) {
        super(message);
        this.noPatch = noPatch;
    }

    BadPatch(String message) {
        this(message, false);
    }

    static BadPatch noPatch(String message) {
        return new BadPatch(message, true);
    }

    /** True if it is not a patch at all, whatever the object. */
    public boolean isNoPatch() {
        return noPatch;
    }
}
