// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.apply.Ownership;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.rules.Violations;
import io.shakebook.embedded.schema.Declared;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates objects. */
public final class Creator {
    private final Registry registry;

    public Creator(Registry registry) {
        this.registry = registry;
    }

    /** From a POST. */
    public Written create(Kind kind, String namespace, ObjectNode sent, WriteOptions options) {
        Decoder.Decoded decoded = registry.decoder().whole(kind, sent, options.validation());
        if (!kind.stored()) {
            return new Written(answered(decoded.object(), kind), true, decoded.warnings());
        }
        if (!version(decoded.object()).isEmpty()) {
            throw ApiFailure.untyped("resourceVersion should not be set on objects to be created");
        }
        ObjectNode object = decoded.object();
        if (kind.has("status")) {
            object.remove("status");
        }
        return new Written(
                registry.store().exclusively(() -> owned(kind, namespace, object, options)), true, decoded.warnings());
    }

    private static String version(JsonNode object) {
        return Json.text(object, "metadata", "resourceVersion");
    }

    /** With its status, for objects that a new cluster starts with. */
    public ObjectNode seed(Kind kind, String namespace, ObjectNode object, WriteOptions options) {
        ObjectNode declared =
                registry.decoder().whole(kind, object, options.validation()).object();
        return registry.store().exclusively(() -> owned(kind, namespace, declared, options));
    }

    private ObjectNode owned(Kind kind, String namespace, ObjectNode object, WriteOptions options) {
        registry.rules().defaults(kind, object);
        Json.ensure(object, "metadata").remove("managedFields");
        Ownership ownership = Ownership.of(Json.object());
        ownership.update(
                Json.object(),
                object,
                registry.decoder().type(kind),
                Registry.updater(kind, "", options),
                registry.stamps().now());
        ownership.writeTo(object);
        return stored(kind, namespace, object, options);
    }

    /** The last part, also of an apply that creates: ownership is in the object already. Only inside the store's lock. */
    ObjectNode stored(Kind kind, String namespace, ObjectNode object, WriteOptions options) {
        return settled(
                kind,
                namespace,
                Declared.declaredOnly(object, registry.decoder().type(kind)),
                options);
    }

    private ObjectNode settled(Kind kind, String namespace, ObjectNode object, WriteOptions options) {
        identify(kind, namespace, object);
        ObjectKey key = ObjectKey.of(kind, object);
        registry.checkNamespace(key, true);
        Violations found = new Violations();
        if (kind.has("status")) {
            Json.ensure(object, "status");
        }
        registry.rules().defaults(kind, object);
        registry.rules().validate(kind, object, found);
        boolean exists = registry.store().get(key).isPresent();
        if (!exists) {
            registry.assign(key, object, options.dryRun(), found);
        }
        Registry.refuse(key, found);
        if (exists) {
            throw ApiFailure.alreadyExists(key);
        }
        return options.dryRun() ? object : registry.store().put(key, object);
    }

    private void identify(Kind kind, String namespace, ObjectNode object) {
        ObjectNode metadata = Json.ensure(object, "metadata");
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.name());
        String own = Json.text(metadata, "namespace");
        if (kind.namespaced()) {
            if (!own.isEmpty() && !own.equals(namespace)) {
                throw ApiFailure.badRequest(
                        "the namespace of the provided object does not match the namespace sent on the request");
            }
            metadata.put("namespace", namespace);
        } else {
            metadata.remove("namespace");
        }
        if (Json.text(metadata, "name").isEmpty()
                && !Json.text(metadata, "generateName").isEmpty()) {
            metadata.put(
                    "name",
                    Json.text(metadata, "generateName") + registry.stamps().suffix());
        }
        metadata.remove(List.of(
                "resourceVersion", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds", "generation"));
        Registry.tidy(metadata);
        metadata.put("uid", registry.stamps().uid())
                .put("creationTimestamp", registry.stamps().now());
        if (kind.has("generation")) {
            metadata.put("generation", 1);
        }
    }

    /** Reviews are answered, not stored; on a loopback demo cluster everything is allowed. */
    private static ObjectNode answered(ObjectNode review, Kind kind) {
        review.put("apiVersion", kind.apiVersion()).put("kind", kind.name());
        Json.ensure(review, "metadata");
        ObjectNode status = Json.ensure(review, "status");
        if (kind.name().equals("SelfSubjectReview")) {
            Json.ensure(status, "userInfo")
                    .put("username", "system:anonymous")
                    .putArray("groups")
                    .add("system:unauthenticated");
        } else {
            status.put("allowed", true).put("reason", "this cluster does not check access");
        }
        return review;
    }
}
