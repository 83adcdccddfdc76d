// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import tools.jackson.databind.node.ObjectNode;

/** Defaults and checks of ReplicaSets. */
final class ReplicaSetRules implements KindRules {
    @Override
    public void defaults(ObjectNode object) {
        Workloads.defaults(object);
    }

    @Override
    public void validate(ObjectNode object, Violations found) {
        Workloads.validate(object, found);
    }

    @Override
    public void validateChange(ObjectNode before, ObjectNode after, Violations found) {
        Workloads.fixed(before, after, "selector", found);
    }
}
