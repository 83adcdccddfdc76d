// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.Kinds;
import io.shakebook.embedded.registry.ApiFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server serves, as clients ask for it. */
final class Discovery {
    static final String VERSION = "v1.36.0+shakebook";

    private final Kinds kinds;

    Discovery(Kinds kinds) {
        this.kinds = kinds;
    }

    static ObjectNode version() {
        return Json.object()
                .put("major", "1")
                .put("minor", "36")
                .put("gitVersion", VERSION)
                .put("gitCommit", "simulated")
                .put("gitTreeState", "clean")
                .put("buildDate", "1970-01-01T00:00:00Z")
                .put("goVersion", "none")
                .put("compiler", "none")
                .put("platform", "embedded/jvm");
    }

    static ObjectNode coreVersions() {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    ObjectNode groups() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        Map<String, String> byName = new LinkedHashMap<>();
        kinds.apiVersions().stream()
                .filter(version -> version.contains("/"))
                .forEach(version -> byName.put(version.substring(0, version.indexOf('/')), version));
        byName.forEach((name, version) -> groups.add(group(name, version)));
        return list;
    }

    ObjectNode group(String name) {
        return kinds.apiVersions().stream()
                .filter(version -> version.startsWith(name + "/"))
                .findFirst()
                .map(version -> group(name, version).put("kind", "APIGroup").put("apiVersion", "v1"))
                .orElseThrow(ApiFailure::noSuchPath);
    }

    private static ObjectNode group(String name, String apiVersion) {
        ObjectNode group = Json.object().put("name", name);
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        group.putArray("versions").addObject().put("groupVersion", apiVersion).put("version", version);
        group.putObject("preferredVersion").put("groupVersion", apiVersion).put("version", version);
        return group;
    }

    ObjectNode resources(String apiVersion) {
        List<Kind> served = kinds.of(apiVersion);
        if (served.isEmpty()) {
            throw ApiFailure.noSuchPath();
        }
        ObjectNode list = Json.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", apiVersion);
        ArrayNode resources = list.putArray("resources");
        for (Kind kind : served) {
            resources.add(resource(kind));
            kind.subresources().forEach(name -> resources.add(subresource(kind, name)));
        }
        return list;
    }

    private static ObjectNode resource(Kind kind) {
        ObjectNode resource = Json.object()
                .put("name", kind.plural())
                .put("singularName", kind.singular())
                .put("namespaced", kind.namespaced())
                .put("kind", kind.name());
        ArrayNode verbs = resource.putArray("verbs");
        kind.verbs().forEach(verbs::add);
        if (!kind.shortNames().isEmpty()) {
            ArrayNode names = resource.putArray("shortNames");
            kind.shortNames().forEach(names::add);
        }
        if (kind.has("all")) {
            resource.putArray("categories").add("all");
        }
        return resource;
    }

    private static ObjectNode subresource(Kind kind, String name) {
        ObjectNode resource = Json.object()
                .put("name", kind.plural() + "/" + name)
                .put("singularName", "")
                .put("namespaced", kind.namespaced());
        if (name.equals("scale")) {
            resource.put("group", "autoscaling").put("version", "v1").put("kind", "Scale");
        } else {
            resource.put("kind", kind.name());
        }
        ArrayNode verbs = resource.putArray("verbs");
        if (name.equals("log")) {
            verbs.add("get");
        } else {
            verbs.add("get").add("patch").add("update");
        }
        return resource;
    }
}
