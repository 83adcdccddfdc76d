// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line of a container's log that says why it ended. RedisShake 3 ends in a Go panic, whose stack trace is no cause; it
 * writes in colour; and an error in its configuration prints the lines around it, the password among them.
 *
 * @param log its last lines, newest last
 */
record LastWords(List<String> log) {
    /** Enough for a Go panic and its stack trace. */
    static final int LINES = 60;

    private static final int LONGEST = 200;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    /** How RedisShake 3 refuses its configuration, before it contacts anything. */
    private static final Pattern REFUSED = Pattern.compile("toml: |missing field|unknown (source|target) type");

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern PANIC = Pattern.compile("^panic: (?!.*\\[recovered\\])");
    private static final Pattern SECRET =
            Pattern.compile("((?:password|passwd|requirepass|masterauth|auth)\\W).*", Pattern.CASE_INSENSITIVE);

    /** Without colours, passwords and what would not fit on a line; empty if it wrote nothing. */
    Optional<String> line() {
        List<String> lines = log.stream()
                .map(line -> COLOUR.matcher(line).replaceAll(""))
                .map(line -> UNPRINTABLE.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        Optional<String> panic =
                lines.stream().filter(line -> PANIC.matcher(line).find()).reduce((first, second) -> second);
        return panic.or(() -> lines.stream().reduce((first, second) -> second)).map(LastWords::shown);
    }

    /** Whether it ended because of its configuration: another try ends in the same way. */
    boolean refusesConfiguration() {
        return line().filter(line -> REFUSED.matcher(line).find()).isPresent();
    }

    private static String shown(String line) {
        String masked = SECRET.matcher(line).replaceAll("$1(masked)");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }
}
