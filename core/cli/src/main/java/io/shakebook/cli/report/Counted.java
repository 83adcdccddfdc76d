// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

/** A number with its noun: {@code 1 change}, {@code 3 changes}. */
final class Counted {

    private Counted() {}

    static String of(long count, String noun) {
        return count + " " + (count == 1 ? noun : noun.endsWith("s") ? noun + "es" : noun + "s");
    }
}
