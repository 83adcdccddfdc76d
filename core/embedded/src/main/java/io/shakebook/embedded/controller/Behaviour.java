// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How the simulation treats a pod. Annotations on the pod, on its ReplicaSet or StatefulSet, or on its Deployment say
 * so, the nearest one first; a value that cannot be read is as good as none.
 *
 * @param fault what is wrong with the pod, if anything
 */
record Behaviour(Duration readyAfter, Duration goneAfter, Optional<Fault> fault) {
    static final String READY_AFTER = "embedded.shakebook.io/ready-after";
    static final String GONE_AFTER = "embedded.shakebook.io/gone-after";
    static final String FAIL = "embedded.shakebook.io/fail";

    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m)");

    /** What can be wrong with a pod. */
    enum FaultKind {
        IMAGE_PULL_BACK_OFF("imagepullbackoff"),
        CRASH_LOOP_BACK_OFF("crashloopbackoff"),
        UNSCHEDULABLE("unschedulable");

        private final String word;

        FaultKind(String word) {
            this.word = word;
        }
    }

    /** @param exitCode with which a crashing process ends */
    record Fault(FaultKind kind, int exitCode) {
        static Optional<Fault> of(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(":", 2);
            for (FaultKind kind : FaultKind.values()) {
                if (kind.word.equals(parts[0].trim())) {
                    int code = parts.length > 1 && parts[1].trim().matches("\\d{1,3}")
                            ? Integer.parseInt(parts[1].trim())
                            : 1;
                    return Optional.of(new Fault(kind, code));
                }
            }
            return Optional.empty();
        }
    }

    /** @param chain the pod, then its owners from the inside out */
    static Behaviour of(List<? extends JsonNode> chain, Delays delays) {
        return new Behaviour(
                duration(annotation(chain, READY_AFTER)).orElse(delays.ready()),
                duration(annotation(chain, GONE_AFTER)).orElse(delays.gone()),
                Fault.of(annotation(chain, FAIL)));
    }

    boolean fails(FaultKind kind) {
        return fault.filter(found -> found.kind() == kind).isPresent();
    }

    private static String annotation(List<? extends JsonNode> chain, String name) {
        return chain.stream()
                .map(object -> Json.text(object, "metadata", "annotations", name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    default -> Duration.ofMinutes(count);
                });
    }
}
