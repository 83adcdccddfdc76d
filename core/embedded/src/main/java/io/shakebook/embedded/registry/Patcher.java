// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.apply.ApplyConflict;
import io.shakebook.embedded.apply.BadPatch;
import io.shakebook.embedded.apply.JsonPatch;
import io.shakebook.embedded.apply.MergePatch;
import io.shakebook.embedded.apply.Owner;
import io.shakebook.embedded.apply.ServerSideApply;
import io.shakebook.embedded.apply.StrategicMergePatch;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.schema.FieldType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Patches objects in the four ways there are; server-side apply also creates. */
public final class Patcher {
    /** The form of a patch, by its media type. */
    public enum Form {
        APPLY("application/apply-patch+yaml"),
        MERGE("application/merge-patch+json"),
        JSON("application/json-patch+json"),
        STRATEGIC("application/strategic-merge-patch+json");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public static Form of(String contentType) {
            String plain = contentType.split(";", 2)[0].trim();
            for (Form form : values()) {
                if (form.mediaType.equals(plain)) {
                    return form;
                }
            }
            throw ApiFailure.unsupportedMediaType(contentType);
        }
    }

    private final Registry registry;
    private final Creator creator;
    private final Updater updater;

    public Patcher(Registry registry, Creator creator, Updater updater) {
        this.registry = registry;
        this.creator = creator;
        this.updater = updater;
    }

    public Written patch(ObjectKey key, String subresource, Form form, JsonNode body, WriteOptions options) {
        if (form == Form.APPLY) {
            return apply(key, subresource, tree(body), options);
        }
        registry.checkNamespace(key, false);
        List<List<String>> warnings = new java.util.ArrayList<>();
        ObjectNode result = registry.store().exclusively(() -> {
            ObjectNode live = registry.get(key);
            Decoder.Decoded decoded =
                    registry.decoder().patched(key.kind(), tree(patched(live, form, body, key)), options.validation());
            checkName(key, decoded.object());
            warnings.add(decoded.warnings());
            return updater.update(key, subresource, live, decoded.object(), options);
        });
        return Written.changed(result, warnings.get(0));
    }

    static ObjectNode tree(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw ApiFailure.badRequest("the body of the request is not a JSON object");
    }

    private JsonNode patched(ObjectNode live, Form form, JsonNode body, ObjectKey key) {
        FieldType type = registry.decoder().type(key.kind());
        return patched(live, form, body, key, type);
    }

    static JsonNode patched(ObjectNode live, Form form, JsonNode body, ObjectKey key, FieldType type) {
        try {
            return switch (form) {
                case MERGE, APPLY -> MergePatch.apply(live, body);
                case JSON -> JsonPatch.apply(live, body);
                case STRATEGIC -> StrategicMergePatch.apply(live, body, type);
            };
        } catch (BadPatch e) {
            throw e.isNoPatch()
                    ? ApiFailure.badRequest("error decoding patch: " + e.getMessage())
                    : ApiFailure.unfitPatch();
        }
    }

    private Written apply(ObjectKey key, String subresource, ObjectNode sent, WriteOptions options) {
        if (options.manager().isEmpty()) {
            throw ApiFailure.missingManager();
        }
        ObjectNode config = registry.decoder().applied(key.kind(), sent);
        checkName(key, config);
        registry.checkNamespace(key, false);
        return registry.store().exclusively(() -> {
            Optional<ObjectNode> live = registry.store().get(key);
            return live.isPresent()
                    ? Written.changed(applyTo(key, subresource, live.get(), config, options), List.of())
                    : new Written(applyNew(key, subresource, config, options), true, List.of());
        });
    }

    private static void checkName(ObjectKey key, ObjectNode config) {
        ObjectNode metadata = Json.ensure(config, "metadata");
        String name = Json.text(metadata, "name");
        if (!name.isEmpty() && !name.equals(key.name())) {
            throw ApiFailure.badRequest(
                    "the name of the object (" + name + ") does not match the name on the URL (" + key.name() + ")");
        }
        String namespace = Json.text(metadata, "namespace");
        if (!namespace.isEmpty() && !namespace.equals(key.namespace())) {
            throw ApiFailure.badRequest("the namespace of the object (" + namespace
                    + ") does not match the namespace on the URL (" + key.namespace() + ")");
        }
        metadata.put("name", key.name());
        if (key.kind().namespaced()) {
            metadata.put("namespace", key.namespace());
        }
    }

    private ObjectNode applyTo(
            ObjectKey key, String subresource, ObjectNode live, ObjectNode config, WriteOptions options) {
        return updater.updateOwned(key, subresource, live, merged(key, subresource, live, config, options), options);
    }

    private ObjectNode merged(
            ObjectKey key, String subresource, ObjectNode live, ObjectNode config, WriteOptions options) {
        Owner owner =
                new Owner(options.manager(), Owner.Operation.APPLY, key.kind().apiVersion(), subresource);
        try {
            return new ServerSideApply(registry.decoder().type(key.kind()), Updater.untouched(key, subresource))
                    .apply(
                            live,
                            config,
                            owner,
                            options.force(),
                            registry.stamps().now());
        } catch (ApplyConflict e) {
            throw ApiFailure.ownedByOthers(e);
        }
    }

    /** A missing object is created, whatever version was sent: only a uid says that it should have been there. */
    private ObjectNode applyNew(ObjectKey key, String subresource, ObjectNode config, WriteOptions options) {
        String uid = Json.text(config, "metadata", "uid");
        if (!subresource.isEmpty()) {
            throw ApiFailure.notFound(key);
        }
        if (!uid.isEmpty()) {
            throw ApiFailure.conflict(
                    key,
                    "uid mismatch: the provided object specified uid " + uid + ", and no existing object was found");
        }
        ObjectNode object = merged(key, subresource, Json.object(), config, options);
        if (key.kind().has("status")) {
            object.remove("status");
        }
        return creator.stored(key.kind(), key.namespace(), object, options);
    }
}
