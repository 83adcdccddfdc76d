// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/**
 * What a report may assume about where it will be read.
 *
 * @param width in columns, at least 40
 */
public record Screen(int width, boolean colour) {
    private static final int NARROWEST = 40;

    public Screen {
        width = Math.max(NARROWEST, width);
    }

    /** Where nothing is known of the reader: a pipe or a file. */
    public static Screen plain() {
        return new Screen(100, false);
    }

    /** Whether there is no room for columns side by side. */
    boolean narrow() {
        return width < 80;
    }
}
