// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads JSON; request bodies may be written in a relaxed form, {@code {metadata: {name: 'a'}}}, to keep the rows readable. */
final class Json {
    private static final JsonMapper STRICT = JsonMapper.builder().build();
    private static final JsonMapper RELAXED = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .build();

    private Json() {}

    /** Strict JSON of the relaxed form. */
    static String strict(String relaxed) {
        return relaxed(relaxed).toString();
    }

    /** The tree of the relaxed form. */
    static JsonNode relaxed(String text) {
        return RELAXED.readTree(text);
    }

    /** The tree, or a missing node for what is not JSON. */
    static JsonNode read(String text) {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return STRICT.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
