// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.apply.FieldSet;
import io.shakebook.embedded.apply.Ownership;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.rules.Violations;
import io.shakebook.embedded.schema.Declared;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes objects that exist: everything between what a request wants of them and the store. */
public final class Updater {
    private static final List<String> SERVER_OWNED = List.of(
            "uid",
            "creationTimestamp",
            "generation",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "selfLink",
            "namespace",
            "name",
            "generateName");

    private final Registry registry;

    public Updater(Registry registry) {
        this.registry = registry;
    }

    /** From a PUT: the whole object, or its whole status. */
    public Written replace(ObjectKey key, String subresource, ObjectNode sent, WriteOptions options) {
        Decoder.Decoded decoded = registry.decoder().whole(key.kind(), sent, options.validation());
        String name = Json.text(sent, "metadata", "name");
        if (!name.isEmpty() && !name.equals(key.name())) {
            throw ApiFailure.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + key.name() + ")");
        }
        if (key.kind().has("put-creates")
                && subresource.isEmpty()
                && registry.store().get(key).isEmpty()) {
            return new Creator(registry).create(key.kind(), key.namespace(), sent, options);
        }
        ObjectNode result = registry.store().exclusively(() -> {
            ObjectNode live = registry.get(key);
            String uid = Json.text(sent, "metadata", "uid");
            if (!uid.isEmpty() && !uid.equals(Json.text(live, "metadata", "uid"))) {
                throw ApiFailure.conflict(
                        key,
                        "Precondition failed: UID in precondition: " + uid + ", UID in object meta: "
                                + Json.text(live, "metadata", "uid"));
            }
            return update(key, subresource, live, decoded.object(), options);
        });
        return Written.changed(result, decoded.warnings());
    }

    /** For the control plane: changes a copy of the live object; nothing is written if that changes nothing. */
    public ObjectNode change(
            ObjectKey key, String subresource, WriteOptions options, UnaryOperator<ObjectNode> change) {
        return registry.store().exclusively(() -> {
            ObjectNode live = registry.get(key);
            ObjectNode changed = change.apply(live.deepCopy());
            return changed.equals(live) ? live : update(key, subresource, live, changed, options);
        });
    }

    /** A proposal whose fields are now the manager's own. Only inside the store's lock. */
    ObjectNode update(ObjectKey key, String subresource, ObjectNode live, ObjectNode proposed, WriteOptions options) {
        guard(key, live, proposed);
        ObjectNode after = settled(key, subresource, live, proposed);
        Ownership ownership = Ownership.of(isReset(proposed) ? Json.object() : live);
        ownership.update(
                live,
                after,
                registry.decoder().type(key.kind()),
                Registry.updater(key.kind(), subresource, options),
                registry.stamps().now());
        ownership.writeTo(after);
        return finish(key, live, after, options);
    }

    /** A proposal that carries its ownership: an apply, a scale. Only inside the store's lock. */
    ObjectNode updateOwned(
            ObjectKey key, String subresource, ObjectNode live, ObjectNode proposed, WriteOptions options) {
        guard(key, live, proposed);
        ObjectNode after = settled(key, subresource, live, proposed);
        Ownership.of(proposed).writeTo(after);
        return finish(key, live, after, options);
    }

    /** What the main resource, or this subresource, cannot change. */
    static FieldSet untouched(ObjectKey key, String subresource) {
        if (subresource.equals("status")) {
            return FieldSet.path("f:spec").union(FieldSet.path("f:metadata"));
        }
        return key.kind().has("status") ? FieldSet.path("f:status") : FieldSet.EMPTY;
    }

    /** A list with one empty entry is how clients ask to forget all owners. */
    private static boolean isReset(JsonNode proposed) {
        JsonNode fields = Json.at(proposed, "metadata", "managedFields");
        return fields.size() == 1 && fields.get(0).isEmpty();
    }

    private static void guard(ObjectKey key, ObjectNode live, ObjectNode proposed) {
        String version = Json.text(proposed, "metadata", "resourceVersion");
        boolean guarded = !version.isEmpty() && !version.equals("0");
        if (guarded && !version.equals(Json.text(live, "metadata", "resourceVersion"))) {
            throw ApiFailure.modified(key);
        }
        String uid = Json.text(proposed, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(Json.text(live, "metadata", "uid"))) {
            Violations found = new Violations();
            found.invalid("metadata.uid", uid, "field is immutable");
            Registry.refuse(key, found);
        }
    }

    /** The proposal with the server's own fields, defaults, and the parts that this request cannot change, put back. */
    private ObjectNode settled(ObjectKey key, String subresource, ObjectNode live, ObjectNode proposed) {
        ObjectNode after;
        if (subresource.equals("status")) {
            after = live.deepCopy();
            restore(proposed, after, "status");
        } else {
            after = proposed.deepCopy();
            after.put("apiVersion", key.kind().apiVersion())
                    .put("kind", key.kind().name());
            if (key.kind().has("status")) {
                restore(live, after, "status");
            }
        }
        ObjectNode metadata = Json.ensure(after, "metadata");
        SERVER_OWNED.forEach(name -> restore(live.path("metadata"), metadata, name));
        metadata.set("resourceVersion", Json.at(live, "metadata", "resourceVersion"));
        Registry.tidy(metadata);
        ObjectNode declared = Declared.declaredOnly(after, registry.decoder().type(key.kind()));
        registry.rules().defaults(key.kind(), declared);
        return declared;
    }

    private static void restore(JsonNode from, ObjectNode to, String name) {
        if (from.has(name)) {
            to.set(name, from.path(name).deepCopy());
        } else {
            to.remove(name);
        }
    }

    private ObjectNode finish(ObjectKey key, ObjectNode live, ObjectNode after, WriteOptions options) {
        Violations found = new Violations();
        registry.rules().adjust(key.kind(), live, after);
        registry.assign(key, after, options.dryRun(), found);
        registry.rules().validateChange(key.kind(), live, after, found);
        Registry.refuse(key, found);
        if (after.equals(live)) {
            return live;
        }
        if (key.kind().has("generation") && !after.path("spec").equals(live.path("spec"))) {
            Json.ensure(after, "metadata").put("generation", (int) Json.number(live, 0, "metadata", "generation") + 1);
        }
        if (options.dryRun()) {
            return after;
        }
        boolean released = after.path("metadata").has("deletionTimestamp")
                && Json.at(live, "metadata", "finalizers").size() > 0
                && Json.at(after, "metadata", "finalizers").isEmpty();
        if (released && !key.kind().has("graceful")) {
            registry.store().put(key, after);
            return registry.store().remove(key);
        }
        return registry.store().put(key, after);
    }
}
