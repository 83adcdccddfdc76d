// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What another machine says, fit for a terminal. */
final class Told {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
    private static final int LONGEST = 300;

    private Told() {}

    static String clean(@Nullable String text) {
        String plain = UNPRINTABLE.matcher(String.valueOf(text)).replaceAll(" ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + " ..." : plain;
    }

    static String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (time.toMinutes() < 120) {
            return time.toMinutes() + " min";
        }
        return time.toHours() < 48 ? time.toHours() + " h" : time.toDays() + " days";
    }
}
