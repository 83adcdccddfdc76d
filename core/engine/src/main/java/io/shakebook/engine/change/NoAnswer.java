// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

/** No usable answer came: what was asked for may or may not have happened. */
public final class NoAnswer extends Exception {
    /** @param why in words for the user: {@code connection reset by https://10.0.0.1:6443} */
    public NoAnswer(String why) {
        super(why);
    }
}
