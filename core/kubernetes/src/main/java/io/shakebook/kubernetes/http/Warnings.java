// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the header Warning, by which an API server says what it lets pass and does not like. One header may hold several;
 * other codes than 299 are those of caches. Source: https://www.rfc-editor.org/rfc/rfc7234#section-5.5
 */
final class Warnings {
    private static final Pattern ONE = Pattern.compile("(\\d{3}) [^ \",]+ \"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private Warnings() {}

    static List<String> of(List<String> headers) {
        return headers.stream()
                .flatMap(header -> ONE.matcher(header).results())
                .filter(one -> one.group(1).equals("299"))
                .map(Warnings::text)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The client takes the bytes of a header for Latin-1; servers send UTF-8. */
    private static String text(MatchResult one) {
        String text = ESCAPE.matcher(one.group(2)).replaceAll("$1");
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
