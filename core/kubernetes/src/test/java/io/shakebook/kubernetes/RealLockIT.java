// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

/** Locks on a real kube-apiserver. */
class RealLockIT extends LockContract {
    RealLockIT() {
        super(new RealPorts());
    }
}
