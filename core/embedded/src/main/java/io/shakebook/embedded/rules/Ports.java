// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import tools.jackson.databind.JsonNode;

/** The rules for port numbers and references to ports. */
final class Ports {
    private Ports() {}

    static void number(JsonNode port, String field, Violations found) {
        if (port.isMissingNode()) {
            found.required(field, "");
            return;
        }
        long number = port.asLong(0);
        if (number < 1 || number > 65535) {
            found.invalid(field, port, "must be between 1 and 65535, inclusive");
        }
    }

    /** A number, or the name of a container's port. */
    static void reference(JsonNode port, String field, Violations found) {
        if (port.isString()) {
            String name = port.asString("");
            Names.portName(name).forEach(why -> found.invalid(field, name, why));
        } else if (!port.isMissingNode()) {
            number(port, field, found);
        }
    }
}
