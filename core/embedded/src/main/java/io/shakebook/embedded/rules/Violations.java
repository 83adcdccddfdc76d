// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with an object, worded as the real server words it. */
public final class Violations {
    private final List<Cause> causes = new ArrayList<>();

    /** Why a field is refused, in the words of the real server. */
    public record Cause(String reason, String field, String message) {}

    public List<Cause> causes() {
        return List.copyOf(causes);
    }

    public void invalid(String field, JsonNode value, String why) {
        add("FieldValueInvalid", field, "Invalid value: " + value + ": " + why);
    }

    public void invalid(String field, String value, String why) {
        add("FieldValueInvalid", field, "Invalid value: \"" + value + "\": " + why);
    }

    public void immutable(String field, JsonNode value) {
        invalid(field, value, "field is immutable");
    }

    public void required(String field, String why) {
        add("FieldValueRequired", field, why.isEmpty() ? "Required value" : "Required value: " + why);
    }

    public void tooLong(String field, int limit) {
        add("FieldValueTooLong", field, "Too long: may not be more than " + limit + " bytes");
    }

    public void duplicate(String field, JsonNode value) {
        add("FieldValueDuplicate", field, "Duplicate value: " + value);
    }

    public void missing(String field, String value) {
        add("FieldValueNotFound", field, "Not found: \"" + value + "\"");
    }

    public void forbidden(String field, String why) {
        add("FieldValueForbidden", field, "Forbidden: " + why);
    }

    public void oneOf(String field, String value, List<String> supported) {
        if (!supported.contains(value)) {
            String list = String.join(
                    ", ", supported.stream().map(one -> "\"" + one + "\"").toList());
            add("FieldValueNotSupported", field, "Unsupported value: \"" + value + "\": supported values: " + list);
        }
    }

    private void add(String reason, String field, String message) {
        causes.add(new Cause(reason, field, message));
    }
}
