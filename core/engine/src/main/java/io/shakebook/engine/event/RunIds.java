// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** Names runs: {@code r-20261122-2101-k7wd}, the minute in UTC and four random letters or digits that are hard to confuse. */
public final class RunIds {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final RandomGenerator random;

    public RunIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        StringBuilder id =
                new StringBuilder("r-").append(MINUTE.format(clock.instant())).append('-');
        for (int i = 0; i < 4; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
