// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

/**
 * Who has checked a change while planning.
 *
 * @param byServer whether the server's own dry run has
 * @param why the reason why it is dry-run only right before its write; empty if the server has checked it
 */
public record Check(boolean byServer, String why) {
    public static final Check BY_SERVER = new Check(true, "");

    public Check {
        requireNonNull(why, "why");
    }

    public static Check later(String why) {
        return new Check(false, why);
    }
}
