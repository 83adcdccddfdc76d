// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the keys that somebody may have meant. */
final class NearKeys {
    private static final int MOST = 3;

    private NearKeys() {}

    /** At most three keys, nearest first; empty if none is near. */
    static List<String> of(String wanted, Collection<String> keys) {
        int limit = Math.max(2, wanted.length() / 4);
        return keys.stream()
                .filter(key -> lastPart(key).equals(lastPart(wanted)) || distance(key, wanted) <= limit)
                .sorted(Comparator.<String>comparingInt(key -> distance(key, wanted))
                        .thenComparing(key -> key))
                .limit(MOST)
                .collect(Collectors.toList());
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
