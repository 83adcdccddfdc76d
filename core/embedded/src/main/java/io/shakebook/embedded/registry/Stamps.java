// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Times, uids and name suffixes, from an injected clock and source of randomness. */
public final class Stamps {
    /** Letters that cannot form words. Source: apimachinery, util/rand. */
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final InstantSource clock;
    private final RandomGenerator random;

    public Stamps(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public Instant instant() {
        return clock.instant();
    }

    /** Now as in metadata: RFC 3339 with whole seconds. */
    public String now() {
        return text(clock.instant());
    }

    public static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A random uid in the usual form. */
    public String uid() {
        long high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Five letters for a generated name. */
    public String suffix() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** A number in the same letters, as in pod-template-hash. */
    public static String letters(long number) {
        StringBuilder text = new StringBuilder();
        for (char digit : Long.toUnsignedString(number & 0xFFFF_FFFFL).toCharArray()) {
            text.append(LETTERS.charAt(digit - '0' + 8));
        }
        return text.toString();
    }
}
