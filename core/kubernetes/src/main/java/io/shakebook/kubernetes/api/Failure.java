// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Answer;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a server says when it says no: a Status object, or whatever stood in its place.
 *
 * @param reason machine-readable: {@code NotFound}; empty if there was no Status
 * @param message the server's own words; empty if there was no Status
 * @param hint what the answer looks like if there was no Status, and how long the server wants to be left alone
 */
record Failure(int code, String reason, String message, List<Cause> causes, String hint) {
    private static final int LONGEST = 120;
    /** Of what it refuses a server quotes all, be it a pod's whole template. */
    private static final Pattern QUOTED = Pattern.compile(
            "Invalid value: (?:\\{.{200,}?\\}|\"(?:[^\"\\\\]|\\\\.){200,}+\")(?=: [a-zA-Z])", Pattern.DOTALL);

    /** One thing that is wrong. */
    record Cause(String reason, String field, String message) {}

    static Failure of(Answer answer) {
        return Bodies.tryObject(answer)
                .filter(body -> body.text("kind").equals("Status"))
                .map(status -> new Failure(
                        answer.code(),
                        status.text("reason"),
                        brief(status.text("message")),
                        causes(status),
                        wait(answer)))
                .orElseGet(() -> new Failure(answer.code(), "", "", List.of(), strange(answer) + wait(answer)));
    }

    private static String brief(String message) {
        return QUOTED.matcher(message).replaceAll("Invalid value: (too long to show)");
    }

    boolean isStatus() {
        return !message.isEmpty() || !reason.isEmpty();
    }

    /** For people: code and words. */
    String shown() {
        return "answer " + code + (message.isEmpty() ? "" : ": " + message) + hint;
    }

    private static String wait(Answer answer) {
        return answer.retryAfter()
                .map(wait -> "; it wants to be left alone for " + wait.toSeconds() + " s")
                .orElse("");
    }

    /** An API server explains itself by a Status; who does not is often somebody else. */
    private static String strange(Answer answer) {
        if (!answer.movedTo().isEmpty()) {
            return ", a redirect to " + answer.movedTo() + ", which is not followed: is the server's URL right?";
        }
        String start = answer.body().strip();
        if (start.startsWith("<")) {
            return " with a web page: a proxy answers in place of the API server";
        }
        String text = Bodies.tryObject(answer)
                .map(body -> body.text("message"))
                .orElseGet(() -> start.startsWith("{") ? "" : start);
        return text.isEmpty() ? "" : ", with the text \"" + line(text) + "\"";
    }

    /** As much of a text that anybody may have sent as fits into a message. */
    private static String line(String text) {
        String first = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first;
    }

    private static List<Cause> causes(Manifest status) {
        return status.list("details", "causes").stream()
                .filter(Map.class::isInstance)
                .map(cause -> new Manifest(Bodies.strings((Map<?, ?>) cause)))
                .map(cause -> new Cause(cause.text("reason"), cause.text("field"), cause.text("message")))
                .collect(Collectors.toList());
    }
}
