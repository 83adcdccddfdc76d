// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Defaults and checks of StatefulSets, of whose spec little may change. */
final class StatefulSetRules implements KindRules {
    private static final List<String> CHANGEABLE = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    @Override
    public void defaults(ObjectNode object) {
        ObjectNode spec = Workloads.defaults(object);
        Json.putIfAbsent(spec, "podManagementPolicy", "OrderedReady");
        Json.putIfAbsent(spec, "revisionHistoryLimit", 10);
        ObjectNode strategy = Json.ensure(spec, "updateStrategy");
        Json.putIfAbsent(strategy, "type", "RollingUpdate");
        if (Json.text(strategy, "type").equals("RollingUpdate")) {
            Json.putIfAbsent(Json.ensure(strategy, "rollingUpdate"), "partition", 0);
        }
        ObjectNode retention = Json.ensure(spec, "persistentVolumeClaimRetentionPolicy");
        Json.putIfAbsent(retention, "whenDeleted", "Retain");
        Json.putIfAbsent(retention, "whenScaled", "Retain");
    }

    @Override
    public void validate(ObjectNode object, Violations found) {
        Workloads.validate(object, found);
    }

    @Override
    public void validateChange(ObjectNode before, ObjectNode after, Violations found) {
        if (!frozen(before).equals(frozen(after))) {
            found.forbidden(
                    "spec",
                    "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template',"
                            + " 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and"
                            + " 'minReadySeconds' are forbidden");
        }
    }

    private static ObjectNode frozen(ObjectNode set) {
        ObjectNode spec = Json.objectAt(set, "spec").deepCopy();
        spec.remove(CHANGEABLE);
        return spec;
    }
}
