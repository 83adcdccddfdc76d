// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.time.Duration;

/**
 * How long another machine may take, and how much it may send.
 *
 * @param silence the longest wait for anything at all; whole seconds
 * @param whole the longest for all of one fetch, however busy it looks
 * @param packBytes all that is received, compressed
 * @param objectBytes one file or folder, unpacked
 * @param objects files, folders and commits
 */
public record Limits(Duration silence, Duration whole, long packBytes, long objectBytes, long objects) {
    private static final long MEGABYTE = 1L << 20;

    /** What an inventory with 10,000 files needs a tenth of. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(20), Duration.ofMinutes(5), 512 * MEGABYTE, 64 * MEGABYTE, 1_000_000);

    public Limits {
        if (silence.toSeconds() < 1 || whole.isNegative() || whole.isZero()) {
            throw new IllegalArgumentException("no time to answer");
        }
    }
}
