// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/** Foreign text within Markdown, where it means nothing but itself. */
final class Code {
    private Code() {}

    /** Within a line. */
    static String inline(String text) {
        String line = Escaped.of(text).strip();
        String ticks = "`".repeat(longestRun(line) + 1);
        boolean apart = line.startsWith("`") || line.endsWith("`") || line.isEmpty();
        return apart ? ticks + " " + line + " " + ticks : ticks + line + ticks;
    }

    /** Lines of their own. @param text whose lines end with a line break and are escaped already */
    static String fenced(String language, String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + text + fence + "\n";
    }

    /** Within an HTML element of one line. */
    static String html(String text) {
        return "<code>"
                + text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("`", "&#96;")
                        .replace("*", "&#42;")
                        .replace("_", "&#95;")
                + "</code>";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            run = text.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
