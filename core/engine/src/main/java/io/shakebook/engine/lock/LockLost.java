// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

/** A lock is not ours any more, or that is not known: nothing further may be written. */
public final class LockLost extends Exception {
    public LockLost(String why) {
        super(why);
    }
}
