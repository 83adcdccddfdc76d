// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

/** The object is not the one that was compared any more; nothing was written. */
public final class Stale extends Exception {
    public Stale(String message) {
        super(message);
    }
}
