// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Keys are file names; an immutable one stays as it is. */
final class ConfigMapRules implements KindRules {
    @Override
    public void validate(ObjectNode object, Violations found) {
        for (String part : new String[] {"data", "binaryData"}) {
            keys(object, part, found);
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
