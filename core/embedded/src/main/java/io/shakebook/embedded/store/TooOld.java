// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

/** A watch asked for changes that are no longer known; the client has to list again. */
public final class TooOld extends Exception {
    private static final long serialVersionUID = 1;

    public TooOld(long asked, long oldest) {
        super("too old resource version: " + asked + " (" + oldest + ")");
    }
}
