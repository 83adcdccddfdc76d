// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Defaults and checks of Deployments. Source: kubernetes, apis/apps/v1/defaults.go and validation. */
final class DeploymentRules implements KindRules {
    @Override
    public void defaults(ObjectNode object) {
        ObjectNode spec = Workloads.defaults(object);
        Json.putIfAbsent(spec, "revisionHistoryLimit", 10);
        Json.putIfAbsent(spec, "progressDeadlineSeconds", 600);
        ObjectNode strategy = Json.ensure(spec, "strategy");
        Json.putIfAbsent(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            ObjectNode rolling = Json.ensure(strategy, "rollingUpdate");
            Json.putIfAbsent(rolling, "maxUnavailable", "25%");
            Json.putIfAbsent(rolling, "maxSurge", "25%");
        }
    }

    @Override
    public void validate(ObjectNode object, Violations found) {
        Workloads.validate(object, found);
        ObjectNode strategy = Json.objectAt(object, "spec", "strategy");
        String type = Json.text(strategy, "type");
        found.oneOf("spec.strategy.type", type, List.of("Recreate", "RollingUpdate"));
        if (type.equals("Recreate") && strategy.has("rollingUpdate")) {
            found.forbidden("spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'");
        }
    }

    @Override
    public void validateChange(ObjectNode before, ObjectNode after, Violations found) {
        Workloads.fixed(before, after, "selector", found);
    }
}
