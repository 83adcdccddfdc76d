// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

/** Locks that are never taken, for each reason. */
public final class NotLockedSamples {
    public static final RunLock HELD = because(NotLocked.HELD);
    public static final RunLock UNREACHABLE = because(NotLocked.UNREACHABLE);
    public static final RunLock REFUSED = because(NotLocked.REFUSED);

    private NotLockedSamples() {}

    private static RunLock because(String code) {
        return request -> {
            throw new NotLocked(code, "not taken");
        };
    }
}
