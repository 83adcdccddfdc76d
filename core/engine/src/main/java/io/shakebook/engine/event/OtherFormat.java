// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

/** A folder of runs is kept in a format that this version does not know. Nothing in it was touched. */
public final class OtherFormat extends Exception {
    private static final long serialVersionUID = 1L;

    OtherFormat(String message) {
        super(message);
    }
}
