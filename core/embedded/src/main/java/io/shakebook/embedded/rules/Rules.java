// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.kind.Kind;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The rules of every kind; kinds without an entry have only those for all objects. */
public final class Rules {
    private static final KindRules NONE = new KindRules() {};

    private final Map<String, KindRules> byKind = Map.of(
            "Namespace", new NamespaceRules(),
            "Endpoints", new EndpointsRules(),
            "EndpointSlice", new EndpointsRules(),
            "Pod", new PodRules(),
            "Service", new ServiceRules(),
            "ConfigMap", new ConfigMapRules(),
            "Secret", new SecretRules(),
            "Deployment", new DeploymentRules(),
            "ReplicaSet", new ReplicaSetRules(),
            "StatefulSet", new StatefulSetRules());

    private KindRules of(Kind kind) {
        return byKind.getOrDefault(kind.name(), NONE);
    }

    public void defaults(Kind kind, ObjectNode object) {
        of(kind).defaults(object);
    }

    public void adjust(Kind kind, ObjectNode before, ObjectNode after) {
        of(kind).adjust(before, after);
    }

    /** What is wrong with an object on its own. */
    public void validate(Kind kind, ObjectNode object, Violations found) {
        Metadata.validate(kind, object, found);
        of(kind).validate(object, found);
    }

    /** What must not change, beside what is wrong with the object on its own. */
    public void validateChange(Kind kind, ObjectNode before, ObjectNode after, Violations found) {
        validate(kind, after, found);
        of(kind).validateChange(before, after, found);
    }
}
