// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

/** A kubeconfig cannot be used as the inventory demands. The message says why and what would do, never a secret. */
public final class Unusable extends Exception {
    public Unusable(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
