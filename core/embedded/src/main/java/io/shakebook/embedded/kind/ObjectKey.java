// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.kind;

import tools.jackson.databind.JsonNode;

/** Where an object lives; the namespace is "" for cluster-wide kinds. */
public record ObjectKey(Kind kind, String namespace, String name) {

    public static ObjectKey of(Kind kind, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new ObjectKey(
                kind,
                kind.namespaced() ? metadata.path("namespace").asString("") : "",
                metadata.path("name").asString(""));
    }
}
