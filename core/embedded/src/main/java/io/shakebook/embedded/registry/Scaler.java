// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.apply.ApplyConflict;
import io.shakebook.embedded.apply.Owner;
import io.shakebook.embedded.apply.ScaleOwnership;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.rules.Violations;
import io.shakebook.embedded.schema.FieldType;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scale subresource: a small object of its own whose replicas are the workload's. */
public final class Scaler {
    private final Registry registry;
    private final Updater updater;

    public Scaler(Registry registry, Updater updater) {
        this.registry = registry;
        this.updater = updater;
    }

    public ObjectNode get(ObjectKey key) {
        return scale(registry.get(key));
    }

    public ObjectNode replace(ObjectKey key, ObjectNode sent, WriteOptions options) {
        return update(key, options, Owner.Operation.UPDATE, scale -> sent);
    }

    public ObjectNode patch(ObjectKey key, Patcher.Form form, JsonNode body, WriteOptions options) {
        Owner.Operation operation = form == Patcher.Form.APPLY ? Owner.Operation.APPLY : Owner.Operation.UPDATE;
        return update(
                key,
                options,
                operation,
                scale -> Patcher.tree(Patcher.patched(scale, form, body, key, new FieldType.Open())));
    }

    private ObjectNode update(
            ObjectKey key, WriteOptions options, Owner.Operation operation, UnaryOperator<ObjectNode> change) {
        return registry.store().exclusively(() -> {
            ObjectNode live = registry.get(key);
            ObjectNode wanted = change.apply(scale(live));
            long replicas = Json.number(wanted, 0, "spec", "replicas");
            if (replicas < 0) {
                Violations found = new Violations();
                found.invalid(
                        "spec.replicas", Json.at(wanted, "spec", "replicas"), "must be greater than or equal to 0");
                Registry.refuse(key, found);
            }
            ObjectNode after = live.deepCopy();
            Json.ensure(after, "spec").put("replicas", (int) replicas);
            for (String guard : new String[] {"resourceVersion", "uid"}) {
                after.withObjectProperty("metadata").put(guard, Json.text(wanted, "metadata", guard));
            }
            own(live, after, new Owner(options.manager(), operation, key.kind().apiVersion(), "scale"), options);
            return scale(updater.updateOwned(key, "scale", live, after, options));
        });
    }

    private void own(ObjectNode live, ObjectNode after, Owner owner, WriteOptions options) {
        try {
            ScaleOwnership.record(
                    live, after, owner, options.force(), registry.stamps().now());
        } catch (ApplyConflict e) {
            throw ApiFailure.ownedByOthers(e);
        }
    }

    /** Zero is left out, as on a real server. */
    private static ObjectNode scale(ObjectNode workload) {
        ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String name : new String[] {"name", "namespace", "uid", "resourceVersion", "creationTimestamp"}) {
            if (workload.path("metadata").has(name)) {
                metadata.set(name, Json.at(workload, "metadata", name));
            }
        }
        ObjectNode spec = scale.putObject("spec");
        long replicas = Json.number(workload, 0, "spec", "replicas");
        if (replicas != 0) {
            spec.put("replicas", (int) replicas);
        }
        ObjectNode status = scale.putObject("status");
        status.put("replicas", (int) Json.number(workload, 0, "status", "replicas"));
        status.put("selector", Selectors.text(Json.at(workload, "spec", "selector", "matchLabels")));
        return scale;
    }
}
