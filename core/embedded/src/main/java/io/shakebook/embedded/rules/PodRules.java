// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A pod on its own: of its spec only images, deadlines and tolerations may change. */
final class PodRules implements KindRules {
    @Override
    public void defaults(ObjectNode object) {
        ObjectNode spec = Json.ensure(object, "spec");
        PodTemplates.defaults(spec);
        Json.putIfAbsent(spec, "enableServiceLinks", true);
        Json.putIfAbsent(spec, "preemptionPolicy", "PreemptLowerPriority");
        Json.putIfAbsent(spec, "priority", 0);
        Json.putIfAbsent(spec, "serviceAccountName", "default");
        Json.putIfAbsent(spec, "serviceAccount", "default");
        Json.putIfAbsent(Json.ensure(object, "status"), "phase", "Pending");
        Json.putIfAbsent(Json.ensure(object, "status"), "qosClass", "BestEffort");
    }

    @Override
    public void validate(ObjectNode object, Violations found) {
        PodTemplates.validate(object.path("spec"), "spec", found);
    }

    @Override
    public void validateChange(ObjectNode before, ObjectNode after, Violations found) {
        boolean assigned = Json.text(before, "spec", "nodeName").isEmpty();
        if (!frozen(before, assigned).equals(frozen(after, assigned))) {
            found.forbidden(
                    "spec",
                    "pod updates may not change fields other than `spec.containers[*].image`,"
                            + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only"
                            + " additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be"
                            + " set to 1 if it was previously negative)");
        }
    }

    private static ObjectNode frozen(ObjectNode pod, boolean mayBeAssigned) {
        ObjectNode spec = Json.objectAt(pod, "spec").deepCopy();
        spec.remove("activeDeadlineSeconds");
        spec.remove("tolerations");
        if (mayBeAssigned) {
            spec.remove("nodeName");
        }
        Json.eachObject(spec.path("containers"), container -> container.remove("image"));
        Json.eachObject(spec.path("initContainers"), container -> container.remove("image"));
        return spec;
    }
}
