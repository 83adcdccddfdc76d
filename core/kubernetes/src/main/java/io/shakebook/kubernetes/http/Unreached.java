// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

/** No usable answer came to a request. What it asked for may or may not have happened, unless it was never sent. */
public class Unreached extends Exception {
    private final boolean passing;
    private final boolean sent;
    private final boolean tooLong;

    /**
     * @param why in words for the user, without a secret
     * @param passing whether asking again may help
     */
    public Unreached(String why, boolean passing) {
        this(why, passing, true, false);
    }

    private Unreached(String why, boolean passing, boolean sent, boolean tooLong) {
        super(why);
        this.passing = passing;
        this.sent = sent;
        this.tooLong = tooLong;
    }

    /** More came than is held in memory. */
    static Unreached tooLong(String why) {
        return new Unreached(why, false, true, true);
    }

    /** The same, known to have failed before any of the request left this machine. */
    public Unreached unsent() {
        return new Unreached(why(), passing, false, tooLong);
    }

    public boolean passing() {
        return passing;
    }

    /** Whether the server may have seen the request. */
    public boolean sent() {
        return sent;
    }

    /** Whether the answer was cut off for its length, so that asking for less may help. */
    public boolean tooLong() {
        return tooLong;
    }

    /** The words for the user. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
