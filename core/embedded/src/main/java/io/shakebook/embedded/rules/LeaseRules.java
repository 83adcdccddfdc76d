// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of Leases. Source: kubernetes, pkg/apis/coordination/validation/validation.go, version 1.36. */
final class LeaseRules implements KindRules {
    private static final String STRATEGY = "spec.strategy";

    @Override
    public void validate(ObjectNode object, Violations found) {
        JsonNode spec = object.path("spec");
        if (Json.number(spec, 1, "leaseDurationSeconds") <= 0) {
            found.invalid("spec.leaseDurationSeconds", spec.path("leaseDurationSeconds"), "must be greater than 0");
        }
        if (Json.number(spec, 0, "leaseTransitions") < 0) {
            found.invalid("spec.leaseTransitions", spec.path("leaseTransitions"), "must be greater than or equal to 0");
        }
        if (spec.has("strategy")) {
            found.oneOf(STRATEGY, Json.text(spec, "strategy"), List.of("OldestEmulationVersion"));
        } else if (!Json.text(spec, "preferredHolder").isEmpty()) {
            found.forbidden("spec.preferredHolder", "may only be specified if `strategy` is defined");
        }
    }
}
