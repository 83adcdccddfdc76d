// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

/** A patch that cannot be applied to this object, or that is none; nothing was changed. */
public final class BadPatch extends Exception {
    private static final long serialVersionUID = 1;

    public BadPatch(String message) {
        super(message);
    }
}
