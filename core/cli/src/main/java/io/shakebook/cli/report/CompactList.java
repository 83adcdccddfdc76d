// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import java.util.List;
import java.util.stream.Collectors;

/** Several texts with a common beginning on one line: {@code redis-a-leader-1, -2}. Nothing is left out. */
final class CompactList {

    private CompactList() {}

    static String of(List<String> texts) {
        if (texts.stream().distinct().count() == 1) {
            return texts.get(0);
        }
        int shared = separatorIn(texts);
        String end = shared > 0 && texts.get(0).charAt(shared) == '[' ? commonEnd(texts) : "";
        String rest = texts.stream()
                .skip(1)
                .map(text -> text.substring(shared, text.length() - end.length()) + (end.isEmpty() ? "" : "]"))
                .collect(Collectors.joining(", "));
        return texts.get(0) + ", " + rest;
    }

    /** Where the last separator stands in the common beginning; 0 if there is none. */
    private static int separatorIn(List<String> texts) {
        String beginning = commonBeginning(texts);
        int bracket = beginning.lastIndexOf('[');
        boolean inside = bracket >= 0 && beginning.indexOf(']', bracket) < 0;
        return inside ? bracket : Math.max(0, beginning.lastIndexOf('-'));
    }

    /** From the bracket that closes a row key on, if all of them go on alike from there; empty otherwise. */
    private static String commonEnd(List<String> texts) {
        int bracket = texts.get(0).indexOf(']', separatorIn(texts));
        String end = bracket < 0 ? "" : texts.get(0).substring(bracket);
        return texts.stream().allMatch(text -> text.endsWith(end)) ? end : "";
    }

    private static String commonBeginning(List<String> texts) {
        String first = texts.get(0);
        int common = first.length();
        for (String text : texts) {
            int same = 0;
            while (same < Math.min(common, text.length()) && text.charAt(same) == first.charAt(same)) {
                same++;
            }
            common = same;
        }
        return first.substring(0, common);
    }
}
