// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import java.util.Random;
import java.util.stream.Stream;

/** Random texts that stress quoting; the same ones in every run. */
final class RandomTexts {
    private static final String NASTY =
            "\"'\\#=:!{}[],%$ \t\n\r\f\b\u0000\u0001\u001f\u007f\u0085\u00a0\u2028\u2029\ufeff\uffff";

    private RandomTexts() {}

    static Stream<String> many(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> one(random)).limit(400);
    }

    private static String one(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) (' ' + random.nextInt(95)));
                case 1 -> text.append(NASTY.charAt(random.nextInt(NASTY.length())));
                case 2 -> text.appendCodePoint(random.nextInt(0xD800));
                default -> text.appendCodePoint(0x10000 + random.nextInt(0x10000));
            }
        }
        return text.toString();
    }
}
