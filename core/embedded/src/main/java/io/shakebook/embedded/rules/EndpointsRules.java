// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Addresses behind a Service may be almost anything but the node's own. */
final class EndpointsRules implements KindRules {
    private static final String WHY = "may not be in the loopback range (127.0.0.0/8, ::1/128)";

    @Override
    public void validate(ObjectNode object, Violations found) {
        for (int i = 0; i < object.path("subsets").size(); i++) {
            JsonNode addresses = object.path("subsets").get(i).path("addresses");
            for (int j = 0; j < addresses.size(); j++) {
                check(Json.text(addresses.get(j), "ip"), "subsets[" + i + "].addresses[" + j + "].ip", found);
            }
        }
        for (int i = 0; i < object.path("endpoints").size(); i++) {
            JsonNode addresses = object.path("endpoints").get(i).path("addresses");
            for (int j = 0; j < addresses.size(); j++) {
                check(addresses.get(j).asString(""), "endpoints[" + i + "].addresses[" + j + "]", found);
            }
        }
    }

    private static void check(String address, String field, Violations found) {
        if (address.startsWith("127.") || address.equals("::1")) {
            found.invalid(field, address, WHY);
        }
    }
}
