// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

/** An object of the seed that the server refuses; the state folder is as if the cluster had never been opened. */
public final class InvalidSeed extends Exception {
    private static final long serialVersionUID = 1;

    private final int index;

    InvalidSeed(int index, String object, String why) {
        super("object " + (index + 1) + " of the seed (" + object + ") was refused: " + why);
        this.index = index;
    }

    /** The object's place in the seed, from 0. */
    public int index() {
        return index;
    }
}
