// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.apply.ApplyConflict;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.rules.Violations.Cause;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A refused request as the real server words it; nothing was written. Unchecked, since every verb may refuse. */
public final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String reason;
    private final transient ObjectNode details;

    private ApiFailure(int code, String reason, String message, ObjectNode details) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    public int code() {
        return code;
    }

    /** The body to answer with. */
    public ObjectNode status() {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", getMessage());
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        if (!details.isEmpty()) {
            status.set("details", details);
        }
        return status.put("code", code);
    }

    private static ObjectNode details(Kind kind, String name) {
        ObjectNode details = Json.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        return details.put("kind", kind.plural());
    }

    public static ApiFailure notFound(ObjectKey key) {
        return new ApiFailure(
                404,
                "NotFound",
                key.kind().qualifiedPlural() + " \"" + key.name() + "\" not found",
                details(key.kind(), key.name()));
    }

    /** A path that leads nowhere. */
    public static ApiFailure noSuchPath() {
        return new ApiFailure(404, "NotFound", "the server could not find the requested resource", Json.object());
    }

    public static ApiFailure alreadyExists(ObjectKey key) {
        return new ApiFailure(
                409,
                "AlreadyExists",
                key.kind().qualifiedPlural() + " \"" + key.name() + "\" already exists",
                details(key.kind(), key.name()));
    }

    public static ApiFailure conflict(ObjectKey key, String why) {
        return new ApiFailure(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + key.kind().qualifiedPlural() + " \"" + key.name() + "\": " + why,
                details(key.kind(), key.name()));
    }

    /** A delete that names another state than there is; the real server names the kind here, not the resource. */
    public static ApiFailure preconditionFailed(ObjectKey key, String why) {
        String kind = key.kind().qualifiedName();
        ObjectNode details =
                details(key.kind(), key.name()).put("kind", key.kind().name());
        String message = "Operation cannot be fulfilled on " + kind + " \"" + key.name() + "\": " + why;
        return new ApiFailure(409, "Conflict", message, details);
    }

    public static ApiFailure modified(ObjectKey key) {
        return conflict(
                key, "the object has been modified; please apply your changes to the latest version and try again");
    }

    public static ApiFailure ownedByOthers(ApplyConflict conflict) {
        ObjectNode details = Json.object();
        ArrayNode causes = details.putArray("causes");
        conflict.conflicts()
                .forEach(one -> causes.addObject()
                        .put("reason", "FieldManagerConflict")
                        .put("message", one.message())
                        .put("field", one.field()));
        return new ApiFailure(409, "Conflict", String.valueOf(conflict.getMessage()), details);
    }

    public static ApiFailure invalid(Kind kind, String name, List<Cause> causes) {
        ObjectNode details = Json.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!kind.group().isEmpty()) {
            details.put("group", kind.group());
        }
        details.put("kind", kind.name());
        ArrayNode list = details.putArray("causes");
        causes.forEach(cause -> list.addObject()
                .put("reason", cause.reason())
                .put("message", cause.message())
                .put("field", cause.field()));
        List<String> lines = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
        String all = lines.size() == 1 ? lines.get(0) : "[" + String.join(", ", lines) + "]";
        String message = kind.qualifiedName() + " \"" + name + "\" is invalid: " + all;
        return new ApiFailure(422, "Invalid", message, details);
    }

    /** A server-side apply that does not say who applies. */
    public static ApiFailure missingManager() {
        return wrongOption(
                "PatchOptions",
                new Cause("FieldValueRequired", "fieldManager", "Required value: is required for apply patch"));
    }

    /** A request option with a value that there is not. */
    public static ApiFailure unknownOption(String options, String field, String value, String supported) {
        String message = "Unsupported value: \"" + value + "\": supported values: " + supported;
        return wrongOption(options, new Cause("FieldValueNotSupported", field, message));
    }

    private static ApiFailure wrongOption(String options, Cause cause) {
        ObjectNode details = Json.object().put("group", "meta.k8s.io").put("kind", options);
        details.putArray("causes")
                .addObject()
                .put("reason", cause.reason())
                .put("message", cause.message())
                .put("field", cause.field());
        String message = options + ".meta.k8s.io \"\" is invalid: " + cause.field() + ": " + cause.message();
        return new ApiFailure(422, "Invalid", message, details);
    }

    /** A patch whose result is no object of the kind. */
    public static ApiFailure invalidPatch(Cause cause) {
        ObjectNode details = Json.object();
        details.putArray("causes")
                .addObject()
                .put("reason", cause.reason())
                .put("message", cause.message())
                .put("field", cause.field());
        return new ApiFailure(422, "Invalid", " \"\" is invalid: patch: " + cause.message(), details);
    }

    /** A patch that cannot be applied to this object; the real server says no more than this. */
    public static ApiFailure unfitPatch() {
        return new ApiFailure(
                422, "Invalid", "the server rejected our request due to an error in our request", Json.object());
    }

    public static ApiFailure badRequest(String message) {
        return new ApiFailure(400, "BadRequest", message, Json.object());
    }

    public static ApiFailure mayNotBeDeleted(ObjectKey namespace) {
        return new ApiFailure(
                403,
                "Forbidden",
                "namespaces \"" + namespace.name() + "\" is forbidden: this namespace may not be deleted",
                details(namespace.kind(), namespace.name()));
    }

    public static ApiFailure namespaceEnds(ObjectKey key) {
        String why = "because it is being terminated";
        ObjectNode details = details(key.kind(), key.name());
        details.putArray("causes")
                .addObject()
                .put("reason", "NamespaceTerminating")
                .put("message", "namespace " + key.namespace() + " is being terminated")
                .put("field", "metadata.namespace");
        String message = key.kind().qualifiedPlural() + " \"" + key.name()
                + "\" is forbidden: unable to create new content in namespace " + key.namespace() + " " + why;
        return new ApiFailure(403, "Forbidden", message, details);
    }

    public static ApiFailure methodNotAllowed() {
        return new ApiFailure(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource",
                Json.object());
    }

    public static ApiFailure unsupportedMediaType(String sent) {
        return new ApiFailure(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, "
                        + "application/strategic-merge-patch+json, application/apply-patch+yaml (sent: " + sent + ")",
                Json.object());
    }

    public static ApiFailure tooLarge(int limit) {
        return new ApiFailure(
                413, "RequestEntityTooLarge", "Request entity too large: limit is " + limit, Json.object());
    }

    /** What kubectl's create and auth commands send. */
    public static ApiFailure protobuf() {
        return new ApiFailure(
                415,
                "UnsupportedMediaType",
                "an embedded cluster reads JSON and YAML, not the protobuf that this command sends; write the object to a"
                        + " file (kubectl create ... --dry-run=client -o yaml) and use kubectl apply -f",
                Json.object());
    }

    /** The list or watch has to be started again. */
    public static ApiFailure expired(String message) {
        return new ApiFailure(410, "Expired", message, Json.object());
    }

    /** What the real server answers with 500 although the request is to blame. */
    public static ApiFailure untyped(String message) {
        return new ApiFailure(500, "", message, Json.object());
    }

    public static ApiFailure internal(String message) {
        return new ApiFailure(500, "InternalError", "Internal error occurred: " + message, Json.object());
    }
}
