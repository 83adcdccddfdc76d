// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.Kinds;
import io.shakebook.embedded.registry.ApiFailure;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of OpenAPI v3 as kubectl needs to know that fields are validated by the server: a PATCH per kind with the
 * parameter fieldValidation, and schemas without content.
 */
final class OpenApi {
    private final Kinds kinds;

    OpenApi(Kinds kinds) {
        this.kinds = kinds;
    }

    ObjectNode index() {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        for (String apiVersion : kinds.apiVersions()) {
            String path = path(apiVersion);
            paths.putObject(path)
                    .put("serverRelativeURL", "/openapi/v3/" + path + "?hash=" + Discovery.VERSION.hashCode());
        }
        return index;
    }

    private static String path(String apiVersion) {
        return apiVersion.contains("/") ? "apis/" + apiVersion : "api/" + apiVersion;
    }

    ObjectNode document(String apiVersion) {
        List<Kind> served = kinds.of(apiVersion);
        if (served.isEmpty()) {
            throw ApiFailure.noSuchPath();
        }
        ObjectNode document = Json.object().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", Discovery.VERSION);
        ObjectNode paths = document.putObject("paths");
        ObjectNode schemas = document.putObject("components").putObject("schemas");
        for (Kind kind : served) {
            paths.set(objectPath(kind), operations(kind));
            ObjectNode schema = schemas.putObject("io.k8s.api." + kind.version() + "." + kind.name());
            schema.put("type", "object")
                    .putArray("x-kubernetes-group-version-kind")
                    .add(identity(kind));
        }
        return document;
    }

    private static String objectPath(Kind kind) {
        String scope = kind.namespaced() ? "/namespaces/{namespace}/" : "/";
        return "/" + path(kind.apiVersion()) + scope + kind.plural() + "/{name}";
    }

    private static ObjectNode operations(Kind kind) {
        ObjectNode operations = Json.object();
        ObjectNode patch = operations.putObject("patch");
        patch.put("operationId", "patch" + kind.name()).put("x-kubernetes-action", "patch");
        patch.set("x-kubernetes-group-version-kind", identity(kind));
        ArrayNode parameters = patch.putArray("parameters");
        for (String name : new String[] {"dryRun", "fieldManager", "fieldValidation"}) {
            parameters
                    .addObject()
                    .put("name", name)
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string");
        }
        patch.putObject("responses").putObject("200").put("description", "OK");
        return operations;
    }

    private static ObjectNode identity(Kind kind) {
        return Json.object().put("group", kind.group()).put("kind", kind.name()).put("version", kind.version());
    }
}
