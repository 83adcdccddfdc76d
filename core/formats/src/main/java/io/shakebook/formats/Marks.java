// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces marks in a text in one pass, so that a value that looks like a mark stays as it is. */
final class Marks {

    private Marks() {}

    static String replaced(String text, Map<String, String> byMark) {
        if (byMark.isEmpty()) {
            return text;
        }
        Pattern any =
                Pattern.compile(byMark.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return any.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(byMark.getOrDefault(found.group(), found.group())));
    }
}
