// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import io.shakebook.embedded.json.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The objects a new cluster starts with, as trees of maps, lists and scalars. Namespaces may come in any place. */
public record Seed(List<Map<String, Object>> objects) {
    public Seed {
        objects = List.copyOf(objects);
    }

    public static Seed empty() {
        return new Seed(List.of());
    }

    List<ObjectNode> trees() {
        return objects.stream().map(Json::fromTree).toList();
    }
}
