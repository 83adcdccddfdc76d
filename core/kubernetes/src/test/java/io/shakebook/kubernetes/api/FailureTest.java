// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.source.Json;
import io.shakebook.kubernetes.http.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void aLongValueThatAServerQuotesIsLeftOutAndWhatIsWrongWithItIsNot() {
        String template = "{\"Spec\":{\"Containers\":[{\"Name\":\"" + "c".repeat(500) + "\"}]}}";
        assertThat(of("Job.batch \"a\" is invalid: spec.template: Invalid value: " + template + ": field is immutable"))
                .isEqualTo("Job.batch \"a\" is invalid: spec.template: Invalid value: (too long to show):"
                        + " field is immutable");
        String text = "\"" + "x\\\"".repeat(300) + "\"";
        assertThat(of("[a: Invalid value: " + text + ": must be short, b: Invalid value: " + text + ": is odd]"))
                .isEqualTo("[a: Invalid value: (too long to show): must be short, b: Invalid value: (too long to show):"
                        + " is odd]");
    }

    @Test
    void aShortOneIsShown() {
        String message = "spec.ports[0].port: Invalid value: 99999: must be between 1 and 65535";
        assertThat(of(message)).isEqualTo(message);
    }

    private static String of(String message) {
        return Failure.of(new Answer(422, Json.line(Map.of("kind", "Status", "message", message))))
                .message();
    }
}
