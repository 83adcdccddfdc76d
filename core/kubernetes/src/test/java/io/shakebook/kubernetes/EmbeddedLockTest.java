// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

/** Locks on the embedded API server. */
class EmbeddedLockTest extends LockContract {
    EmbeddedLockTest() {
        super(new EmbeddedPorts());
    }
}
