// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the server said.
 *
 * @param request method and path, for messages
 * @param code the HTTP status
 * @param contentType as in the header, or empty
 * @param body the JSON body; a missing node if it was not JSON
 * @param text the body as it came
 */
public record Answer(String request, int code, String contentType, JsonNode body, String text) {
    /** The same answer, which must have this status: a row says in passing what it relies on. */
    public Answer is(int expected) {
        assertThat(code).as("%s%n%s", request, text).isEqualTo(expected);
        return this;
    }

    /** The node at a JSON pointer such as {@code /spec/ports/0/nodePort}; a missing node if it is not there. */
    public JsonNode at(String pointer) {
        return body.at(pointer);
    }

    /** The scalar at a JSON pointer as text; empty text if it is not there. */
    public String value(String pointer) {
        return at(pointer).asString("");
    }

    /** The node at a JSON pointer must equal this relaxed JSON; the order of keys does not count. */
    public void shows(String pointer, String relaxed) {
        assertThat(at(pointer)).as("%s of %s%n%s", pointer, request, text).isEqualTo(Json.relaxed(relaxed));
    }

    public boolean has(String pointer) {
        return !at(pointer).isMissingNode();
    }

    public String resourceVersion() {
        return value("/metadata/resourceVersion");
    }

    public String uid() {
        return value("/metadata/uid");
    }

    /** The reason of a Status, such as {@code Conflict}; empty if there is none. */
    public String reason() {
        return value("/reason");
    }

    public String message() {
        return value("/message");
    }

    /** The causes of a Status, in order; empty if there are none. */
    public List<Cause> causes() {
        return elements("/details/causes").stream()
                .map(c -> new Cause(
                        c.path("reason").asString(""),
                        c.path("field").asString(""),
                        c.path("message").asString("")))
                .toList();
    }

    /** The elements of the list at a JSON pointer; empty if it is not there. */
    public List<JsonNode> elements(String pointer) {
        return StreamSupport.stream(at(pointer).spliterator(), false).toList();
    }

    /** The names of the objects in a list answer, in its order. */
    public List<String> names() {
        return elements("/items").stream()
                .map(item -> item.at("/metadata/name").asString(""))
                .toList();
    }

    /** Who owns what: one entry per manager, operation and subresource. */
    public List<FieldOwner> owners() {
        return elements("/metadata/managedFields").stream().map(FieldOwner::of).toList();
    }

    /** A copy of the object, to be changed and sent back. */
    public ObjectNode copy() {
        return (ObjectNode) body.deepCopy();
    }

    /** One cause in the details of a Status. */
    public record Cause(String reason, String field, String message) {}
}
