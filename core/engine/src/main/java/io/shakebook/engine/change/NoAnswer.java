// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

/** No usable answer came to a write. It may or may not have happened, unless this says that it did not; read to find out. */
public final class NoAnswer extends Exception {
    private final boolean perhapsDone;

    public NoAnswer(String message) {
        this(message, true);
    }

    private NoAnswer(String message, boolean perhapsDone) {
        super(message);
        this.perhapsDone = perhapsDone;
    }

    /** The request was not sent, or the server said that it had not begun. */
    public static NoAnswer nothingDone(String message) {
        return new NoAnswer(message, false);
    }

    public boolean perhapsDone() {
        return perhapsDone;
    }
}
