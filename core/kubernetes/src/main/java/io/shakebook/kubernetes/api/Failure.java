// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Answer;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a server says when it says no: a Status object, or whatever stood in its place.
 *
 * @param reason machine-readable: {@code NotFound}; empty if there was no Status
 * @param message the server's own words; empty if there was no Status
 */
record Failure(int code, String reason, String message, List<Cause> causes) {

    /** One thing that is wrong. */
    record Cause(String reason, String field, String message) {}

    static Failure of(Answer answer) {
        return Bodies.tryObject(answer)
                .filter(body -> body.text("kind").equals("Status"))
                .map(status ->
                        new Failure(answer.code(), status.text("reason"), status.text("message"), causes(status)))
                .orElseGet(() -> new Failure(answer.code(), "", "", List.of()));
    }

    boolean isStatus() {
        return !message.isEmpty() || !reason.isEmpty();
    }

    /** For people: code and words. */
    String shown() {
        return "answer " + code + (message.isEmpty() ? "" : ": " + message);
    }

    private static List<Cause> causes(Manifest status) {
        return status.list("details", "causes").stream()
                .filter(Map.class::isInstance)
                .map(cause -> new Manifest(Bodies.strings((Map<?, ?>) cause)))
                .map(cause -> new Cause(cause.text("reason"), cause.text("field"), cause.text("message")))
                .collect(Collectors.toList());
    }
}
