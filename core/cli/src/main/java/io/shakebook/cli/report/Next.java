// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/**
 * What to type next.
 *
 * @param when it is to be typed, or what for: {@code go on}
 */
public record Next(String when, String command) {
    /** On one line, however long, so that it can be copied. */
    public String line() {
        return when + ":  " + command + "\n";
    }

    public static Next goOn(String command) {
        return new Next("go on", command);
    }
}
