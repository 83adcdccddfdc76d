// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/** Which of the process's streams are a person's terminal. */
public record Terminal(boolean in, boolean out, boolean err) {
    public static final Terminal NONE = new Terminal(false, false, false);

    /** Reads what the launcher found: the numbers of the streams that are terminals, such as {@code 012}. */
    public static Terminal of(String streams) {
        return new Terminal(streams.contains("0"), streams.contains("1"), streams.contains("2"));
    }
}
