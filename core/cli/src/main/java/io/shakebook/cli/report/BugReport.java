// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What is printed when Shakebook itself is wrong. */
public final class BugReport {

    /** @param whole with the stack trace */
    public String text(Throwable bug, boolean whole) {
        StringBuilder text = new StringBuilder("error[bug]: Shakebook met something it did not expect: ")
                .append(Escaped.of(String.valueOf(bug)))
                .append('\n');
        if (whole) {
            StringWriter trace = new StringWriter();
            bug.printStackTrace(new PrintWriter(trace));
            trace.toString()
                    .lines()
                    .forEach(line -> text.append("  ").append(Escaped.of(line)).append('\n'));
            return text.append("Please report this with the lines above and the command.    exit 70\n")
                    .toString();
        }
        return text.append("Please report this with the command; -v shows where it happened.    exit 70\n")
                .toString();
    }
}
