// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.kind.Kind;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The rules of every kind; kinds without an entry have only those for all objects. */
public final class Rules {
    private static final KindRules NONE = new KindRules() {};

    private final Map<String, KindRules> byKind = Map.ofEntries(
            Map.entry("Namespace", new NamespaceRules()),
            Map.entry("Endpoints", new EndpointsRules()),
            Map.entry("EndpointSlice", new EndpointsRules()),
            Map.entry("Pod", new PodRules()),
            Map.entry("Service", new ServiceRules()),
            Map.entry("ConfigMap", new ConfigMapRules()),
            Map.entry("Secret", new SecretRules()),
            Map.entry("Lease", new LeaseRules()),
            Map.entry("Deployment", new DeploymentRules()),
            Map.entry("ReplicaSet", new ReplicaSetRules()),
            Map.entry("StatefulSet", new StatefulSetRules()));

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
