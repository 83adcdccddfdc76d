// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.engine.run.Questions.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers that were given on the command line: {@code --confirm ADDRESS[=REASON]} and {@code --confirm all}. */
final class Confirmations {
    private static final String ALL = "all";
    private final Map<String, String> reasons = new LinkedHashMap<>();

    Confirmations(List<String> typed) {
        typed.forEach(this::add);
    }

    private void add(String typed) {
        String address = address(typed);
        reasons.put(address, address.equals(typed) ? "" : typed.substring(address.length() + 1));
    }

    /** The question that {@code ADDRESS[=REASON]} answers. */
    static String address(String typed) {
        int equals = typed.indexOf('=', typed.indexOf(']') + 1);
        return equals < 0 ? typed : typed.substring(0, equals);
    }

    /** The reason that was given, may be empty; absent if the question was not answered. */
    Optional<String> reasonFor(String address) {
        return Optional.ofNullable(reasons.getOrDefault(address, reasons.get(ALL)));
    }

    /** Questions that were not answered. */
    List<Question> open(List<Question> questions) {
        return questions.stream()
                .filter(question -> reasonFor(question.address()).isEmpty())
                .toList();
    }

    /** Addresses for which a plan has no question, now or when it changes something. */
    List<String> unknown(List<String> addresses) {
        return reasons.keySet().stream()
                .filter(address -> !address.equals(ALL) && !addresses.contains(address))
                .toList();
    }
}
