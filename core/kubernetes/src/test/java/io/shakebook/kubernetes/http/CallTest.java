// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the planning client lets pass. */
class CallTest {
    private static final Map<String, Object> BODY = Map.of("data", Map.of("password", "hunter2"));

    private final List<Call> sent = new ArrayList<>();
    private final Requests planning = new ChangingNothing((call, deadline) -> {
        sent.add(call);
        return new Answer(200, "{}");
    });

    @Test
    void readsAndDryRunsPass() throws Exception {
        List<Call> harmless = List.of(
                Call.get("/api/v1/pods", Map.of("watch", "true")),
                Call.apply("/api/v1/x", Map.of("dryRun", "All", "force", "true"), BODY),
                Call.delete("/api/v1/x", Map.of("dryRun", List.of("All"))),
                Call.review("/apis/authentication.k8s.io/v1/selfsubjectreviews", BODY),
                Call.review("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", BODY));
        for (Call call : harmless) {
            planning.send(call, Duration.ofSeconds(1));
        }
        assertThat(sent).isEqualTo(harmless);
    }

    @Test
    void nothingElsePasses() {
        List<Call> harmful = List.of(
                Call.apply("/api/v1/x", Map.of("force", "true"), BODY),
                Call.apply("/api/v1/x", Map.of("dryRun", "None"), BODY),
                Call.apply("/api/v1/x", Map.of("dryRun", ""), BODY),
                Call.delete("/api/v1/x", Map.of()),
                new Call("DELETE", "/api/v1/x", Map.of("dryRun", "All"), "application/json", BODY),
                new Call("POST", "/api/v1/namespaces", Map.of("dryRun", "All"), "application/json", BODY),
                Call.review("/apis/authorization.k8s.io/v1/subjectaccessreviews", BODY),
                Call.review("/apis/example.com/v1/namespaces/x/selfsubjectreviews", BODY),
                new Call("PUT", "/apis/authentication.k8s.io/v1/selfsubjectreviews", Map.of(), "a/b", BODY),
                new Call("PUT", "/api/v1/x", Map.of("dryRun", "All"), "application/json", BODY));
        for (Call call : harmful) {
            assertThatThrownBy(() -> planning.send(call, Duration.ofSeconds(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain("hunter2");
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void aQueryIsEscapedAndInOrder() {
        assertThat(Call.get("/a", Map.of("z", "b c,d=e&f", "a", "1")).target()).isEqualTo("/a?a=1&z=b%20c%2Cd%3De%26f");
    }
}
