// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

/** A text is no plan file that this version can use; the message says where and why. */
public final class Unusable extends Exception {
    public Unusable(String message) {
        super(message);
    }
}
