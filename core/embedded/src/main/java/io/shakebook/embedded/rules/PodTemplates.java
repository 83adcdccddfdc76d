// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defaults and checks of a pod's spec, in a template or on its own. Source: kubernetes, apis/core/v1/defaults.go. */
final class PodTemplates {
    private PodTemplates() {}

    static void defaults(ObjectNode spec) {
        Json.putIfAbsent(spec, "restartPolicy", "Always");
        Json.putIfAbsent(spec, "dnsPolicy", "ClusterFirst");
        Json.putIfAbsent(spec, "terminationGracePeriodSeconds", 30);
        Json.putIfAbsent(spec, "schedulerName", "default-scheduler");
        Json.ensure(spec, "securityContext");
        Json.eachObject(spec.path("containers"), PodTemplates::container);
        Json.eachObject(spec.path("initContainers"), PodTemplates::container);
        Json.eachObject(spec.path("volumes"), PodTemplates::volume);
        if (spec.has("serviceAccountName")) {
            spec.set("serviceAccount", spec.path("serviceAccountName"));
        }
    }

    private static void container(ObjectNode container) {
        Json.putIfAbsent(container, "imagePullPolicy", pullPolicy(Json.text(container, "image")));
        Json.putIfAbsent(container, "terminationMessagePath", "/dev/termination-log");
        Json.putIfAbsent(container, "terminationMessagePolicy", "File");
        Json.ensure(container, "resources");
        Json.eachObject(container.path("ports"), port -> Json.putIfAbsent(port, "protocol", "TCP"));
        Json.eachObject(container.path("env"), PodTemplates::variable);
        for (String name : new String[] {"livenessProbe", "readinessProbe", "startupProbe"}) {
            if (container.path(name) instanceof ObjectNode probe) {
                probe(probe);
            }
        }
    }

    private static String pullPolicy(String image) {
        String afterPath = image.substring(image.lastIndexOf('/') + 1);
        boolean tagged = afterPath.contains(":") || afterPath.contains("@");
        return !tagged || afterPath.endsWith(":latest") ? "Always" : "IfNotPresent";
    }

    private static void variable(ObjectNode variable) {
        if (Json.at(variable, "valueFrom", "fieldRef") instanceof ObjectNode field) {
            Json.putIfAbsent(field, "apiVersion", "v1");
        }
    }

    private static void probe(ObjectNode probe) {
        Json.putIfAbsent(probe, "timeoutSeconds", 1);
        Json.putIfAbsent(probe, "periodSeconds", 10);
        Json.putIfAbsent(probe, "successThreshold", 1);
        Json.putIfAbsent(probe, "failureThreshold", 3);
        if (probe.path("httpGet") instanceof ObjectNode get) {
            Json.putIfAbsent(get, "scheme", "HTTP");
        }
    }

    private static void volume(ObjectNode volume) {
        for (String source : new String[] {"configMap", "secret", "projected", "downwardAPI"}) {
            if (volume.path(source) instanceof ObjectNode found) {
                Json.putIfAbsent(found, "defaultMode", 420);
            }
        }
        if (volume.path("hostPath") instanceof ObjectNode path) {
            Json.putIfAbsent(path, "type", "");
        }
    }

    static void validate(JsonNode spec, String at, Violations found) {
        Set<String> volumes = volumes(spec.path("volumes"), at + ".volumes", found);
        if (spec.path("containers").isEmpty()) {
            found.required(at + ".containers", "");
        }
        containers(spec.path("containers"), at + ".containers", volumes, found);
        containers(spec.path("initContainers"), at + ".initContainers", volumes, found);
        found.oneOf(at + ".restartPolicy", Json.text(spec, "restartPolicy"), List.of("Always", "OnFailure", "Never"));
    }

    private static Set<String> volumes(JsonNode volumes, String at, Violations found) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < volumes.size(); i++) {
            String name = Json.text(volumes.get(i), "name");
            String field = at + "[" + i + "].name";
            if (name.isEmpty()) {
                found.required(field, "");
            } else if (!names.add(name)) {
                found.duplicate(field, volumes.get(i).path("name"));
            } else {
                Names.label(name).ifPresent(why -> found.invalid(field, name, why));
            }
        }
        return names;
    }

    private static void containers(JsonNode containers, String at, Set<String> volumes, Violations found) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            container(containers.get(i), at + "[" + i + "]", names, found);
            mounts(containers.get(i).path("volumeMounts"), at + "[" + i + "].volumeMounts", volumes, found);
        }
    }

    private static void container(JsonNode container, String at, Set<String> names, Violations found) {
        String name = Json.text(container, "name");
        if (name.isEmpty()) {
            found.required(at + ".name", "");
        } else if (!names.add(name)) {
            found.duplicate(at + ".name", container.path("name"));
        } else {
            Names.label(name).ifPresent(why -> found.invalid(at + ".name", name, why));
        }
        if (Json.text(container, "image").isEmpty()) {
            found.required(at + ".image", "");
        }
        found.oneOf(
                at + ".imagePullPolicy",
                Json.text(container, "imagePullPolicy"),
                List.of("Always", "IfNotPresent", "Never"));
        for (int i = 0; i < container.path("ports").size(); i++) {
            Ports.number(
                    container.path("ports").get(i).path("containerPort"),
                    at + ".ports[" + i + "].containerPort",
                    found);
        }
    }

    private static void mounts(JsonNode mounts, String at, Set<String> volumes, Violations found) {
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < mounts.size(); i++) {
            String name = Json.text(mounts.get(i), "name");
            if (!volumes.contains(name)) {
                found.missing(at + "[" + i + "].name", name);
            }
            String path = Json.text(mounts.get(i), "mountPath");
            if (path.isEmpty()) {
                found.required(at + "[" + i + "].mountPath", "");
            } else if (!paths.add(path)) {
                found.invalid(at + "[" + i + "].mountPath", path, "must be unique");
            }
        }
    }
}
