// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/**
 * One entry of an object's {@code managedFields}.
 *
 * @param operation {@code Apply} or {@code Update}
 * @param subresource empty for the main resource
 * @param fields the set in the form {@code {"f:data": {"f:a": {}}}}
 */
public record FieldOwner(String manager, String operation, String subresource, JsonNode fields) {
    static FieldOwner of(JsonNode entry) {
        return new FieldOwner(
                entry.path("manager").asString(""),
                entry.path("operation").asString(""),
                entry.path("subresource").asString(""),
                entry.path("fieldsV1"));
    }

    /** Whether the set holds this path, given as a JSON pointer such as {@code /f:spec/f:replicas}. */
    public boolean owns(String pointer) {
        return !fields.at(pointer).isMissingNode();
    }

    /** The part of the set at a JSON pointer must equal this relaxed JSON; the order of keys does not count. */
    public void ownsExactly(String pointer, String relaxed) {
        assertThat(fields.at(pointer)).as("%s of %s", pointer, fields).isEqualTo(Json.relaxed(relaxed));
    }

    /** Manager, operation and, if there is one, subresource, as in {@code kubectl Update scale}. */
    public String who() {
        return (manager + " " + operation + " " + subresource).strip();
    }
}
