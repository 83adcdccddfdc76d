// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Pod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line of a container's log that says why it ended. A program in Go ends in a panic, whose stack trace is no cause;
 * many write in colour; and a configuration that is quoted has the password in it.
 *
 * @param log its last lines, newest last
 */
public record LastWords(List<String> log) {
    public static final LastWords NONE = new LastWords(List.of());

    /** Enough for a Go panic and its stack trace. */
    private static final int LINES = 60;

    private static final int LONGEST = 200;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern PANIC = Pattern.compile("^panic: (?!.*\\[recovered\\])");
    private static final Pattern SECRET =
            Pattern.compile("((?:password|passwd|requirepass|masterauth|auth)\\W).*", Pattern.CASE_INSENSITIVE);

    public LastWords {
        log = List.copyOf(log);
    }

    /** Those of a container, of its run before if it was restarted; none if the log cannot be read. */
    public static LastWords of(Pod pod, String container, ClusterView cluster) {
        try {
            return new LastWords(cluster.lastLogLines(pod.manifest().ref(), container, LINES));
        } catch (Unanswered e) {
            return NONE;
        }
    }

    /** Without colours, passwords and what would not fit on a line; empty if it wrote nothing. */
    public Optional<String> line() {
        List<String> lines = log.stream()
                .map(line -> COLOUR.matcher(line).replaceAll(""))
                .map(line -> UNPRINTABLE.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        Optional<String> panic =
                lines.stream().filter(line -> PANIC.matcher(line).find()).reduce((first, second) -> second);
        return panic.or(() -> lines.stream().reduce((first, second) -> second)).map(LastWords::shown);
    }

    private static String shown(String line) {
        String masked = SECRET.matcher(line).replaceAll("$1(masked)");
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST) + "…";
    }
}
