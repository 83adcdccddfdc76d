// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

/** No usable answer came to a request. What it asked for may or may not have happened. */
public class Unreached extends Exception {
    private final boolean passing;

    /**
     * @param why in words for the user, without a secret
     * @param passing whether asking again may help
     */
    public Unreached(String why, boolean passing) {
        super(why);
        this.passing = passing;
    }

    public boolean passing() {
        return passing;
    }

    /** The words for the user. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
