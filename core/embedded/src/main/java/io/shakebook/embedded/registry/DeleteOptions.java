// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.json.Json;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * How an object is to be deleted.
 *
 * @param uid, version preconditions, "" for none
 * @param graceSeconds how long the object may take to go, if said
 */
public record DeleteOptions(
        String uid, String version, boolean dryRun, Propagation propagation, OptionalLong graceSeconds) {

    /** What happens to the objects that an object owns. */
    public enum Propagation {
        BACKGROUND("Background", ""),
        FOREGROUND("Foreground", "foregroundDeletion"),
        ORPHAN("Orphan", "orphan");

        private final String word;
        private final String finalizer;

        Propagation(String word, String finalizer) {
            this.word = word;
            this.finalizer = finalizer;
        }

        /** The finalizer that keeps the object until its dependents are dealt with, "" for none. */
        public String finalizer() {
            return finalizer;
        }

        static Propagation of(String word) {
            for (Propagation one : values()) {
                if (one.word.equals(word)) {
                    return one;
                }
            }
            if (word.isEmpty()) {
                return BACKGROUND;
            }
            throw ApiFailure.unknownOption(
                    "DeleteOptions", "propagationPolicy", word, "\"Background\", \"Foreground\", \"Orphan\"");
        }
    }

    /** From the body and the query of a request, which may both say each thing. */
    public static DeleteOptions of(JsonNode body, JsonNode query) {
        boolean dryRun = body.path("dryRun")
                        .valueStream()
                        .anyMatch(value -> value.asString("").equals("All"))
                || Json.text(query, "dryRun").equals("All");
        String propagation = Json.text(body, "propagationPolicy").isEmpty()
                ? Json.text(query, "propagationPolicy")
                : Json.text(body, "propagationPolicy");
        JsonNode grace =
                body.has("gracePeriodSeconds") ? body.path("gracePeriodSeconds") : query.path("gracePeriodSeconds");
        return new DeleteOptions(
                Json.text(body, "preconditions", "uid"),
                Json.text(body, "preconditions", "resourceVersion"),
                dryRun,
                Propagation.of(propagation),
                grace.asLongOpt());
    }

    public static DeleteOptions of(Propagation propagation) {
        return new DeleteOptions("", "", false, propagation, OptionalLong.empty());
    }
}
