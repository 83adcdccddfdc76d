// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Keys are file names; an immutable one stays as it is. */
final class ConfigMapRules implements KindRules {
    private static final int LARGEST = 1024 * 1024;

    @Override
    public void validate(ObjectNode object, Violations found) {
        for (String part : new String[] {"data", "binaryData"}) {
            keys(object, part, found);
        }
        size(object, "", found);
    }

    /** Keys are not counted. */
    static void size(ObjectNode object, String field, Violations found) {
        long bytes = Stream.of("data", "binaryData")
                .flatMap(part -> object.path(part).valueStream())
                .mapToLong(value -> value.asString("").getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > LARGEST) {
            found.tooLong(field, LARGEST);
        }
    }

    static void keys(ObjectNode object, String part, Violations found) {
        object.path(part)
                .propertyNames()
                .forEach(key -> Names.configKey(key).ifPresent(why -> found.invalid(part + "[" + key + "]", key, why)));
    }

    @Override
    public void validateChange(ObjectNode before, ObjectNode after, Violations found) {
        frozen(before, after, found);
    }

    static void frozen(ObjectNode before, ObjectNode after, Violations found) {
        if (!Json.flag(before, "immutable")) {
            return;
        }
        if (!Json.flag(after, "immutable")) {
            found.forbidden("immutable", "field is immutable when `immutable` is set");
        }
        if (!before.path("data").equals(after.path("data"))) {
            found.forbidden("data", "field is immutable when `immutable` is set");
        }
    }
}
