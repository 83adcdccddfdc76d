// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import io.shakebook.embedded.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Defaults and checks of Services; addresses and node ports are handed out by {@link Addresses}. */
final class ServiceRules implements KindRules {
    private static final List<String> TYPES = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");

    @Override
    public void defaults(ObjectNode object) {
        ObjectNode spec = Json.ensure(object, "spec");
        Json.putIfAbsent(spec, "type", "ClusterIP");
        Json.putIfAbsent(spec, "sessionAffinity", "None");
        if (Json.text(spec, "sessionAffinity").equals("ClientIP")) {
            Json.putIfAbsent(Json.ensure(spec, "sessionAffinityConfig", "clientIP"), "timeoutSeconds", 10800);
        } else {
            spec.remove("sessionAffinityConfig");
        }
        String type = Json.text(spec, "type");
        if (!type.equals("ExternalName")) {
            Json.putIfAbsent(spec, "internalTrafficPolicy", "Cluster");
            Json.putIfAbsent(spec, "ipFamilyPolicy", "SingleStack");
            if (!spec.has("ipFamilies")) {
                spec.putArray("ipFamilies").add("IPv4");
            }
        }
        if (hasNodePorts(spec)) {
            Json.putIfAbsent(spec, "externalTrafficPolicy", "Cluster");
        }
        Json.eachObject(spec.path("ports"), port -> {
            Json.putIfAbsent(port, "protocol", "TCP");
            if (Json.absent(port.path("targetPort")) && port.has("port")) {
                port.set("targetPort", port.path("port"));
            }
        });
        Json.ensure(object, "status", "loadBalancer");
    }

    static boolean hasNodePorts(JsonNode spec) {
        String type = Json.text(spec, "type");
        return type.equals("NodePort") || type.equals("LoadBalancer");
    }

    /** What only the old type had goes with it; what was handed out stays, also if the request does not repeat it. */
    @Override
    public void adjust(ObjectNode before, ObjectNode after) {
        ObjectNode spec = Json.ensure(after, "spec");
        boolean hadPorts = hasNodePorts(before.path("spec"));
        if (hadPorts && !hasNodePorts(spec)) {
            Json.eachObject(spec.path("ports"), port -> port.remove("nodePort"));
            spec.remove("externalTrafficPolicy");
        } else if (hadPorts) {
            keepNodePorts(before.path("spec"), spec);
        }
        String address = Json.text(before, "spec", "clusterIP");
        if (!address.isEmpty() && !Json.text(spec, "type").equals("ExternalName")) {
            Json.putIfAbsent(spec, "clusterIP", address);
        }
    }

    /** A port that does not say its node port keeps the one of the port of its name, unless another one took it. */
    private static void keepNodePorts(JsonNode before, ObjectNode spec) {
        Set<Long> used = new HashSet<>();
        Json.eachObject(spec.path("ports"), port -> used.add(Json.number(port, 0, "nodePort")));
        Json.eachObject(spec.path("ports"), port -> {
            long old = nodePort(before, Json.text(port, "name"));
            if (Json.number(port, 0, "nodePort") == 0 && old != 0 && used.add(old)) {
                port.put("nodePort", (int) old);
            }
        });
    }

    private static long nodePort(JsonNode spec, String name) {
        return spec.path("ports")
                .valueStream()
                .filter(port -> Json.text(port, "name").equals(name))
                .mapToLong(port -> Json.number(port, 0, "nodePort"))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void validate(ObjectNode object, Violations found) {
        ObjectNode spec = Json.objectAt(object, "spec");
        String type = Json.text(spec, "type");
        boolean portless =
                type.equals("ExternalName") || Json.text(spec, "clusterIP").equals("None");
        if (spec.path("ports").isEmpty() && !portless) {
            found.required("spec.ports", "");
        }
        if (type.equals("NodePort") && Json.text(spec, "clusterIP").equals("None")) {
            found.invalid("spec.clusterIPs[0]", "None", "may not be set to 'None' for NodePort services");
        }
        ports(spec, found);
        found.oneOf("spec.sessionAffinity", Json.text(spec, "sessionAffinity"), List.of("ClientIP", "None"));
        found.oneOf("spec.type", type, TYPES);
        Metadata.labels(spec.path("selector"), "spec.selector", found);
    }

    private static void ports(ObjectNode spec, Violations found) {
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < spec.path("ports").size(); i++) {
            JsonNode port = spec.path("ports").get(i);
            String at = "spec.ports[" + i + "].";
            name(spec, port, at, names, found);
            Ports.number(port.path("port"), at + "port", found);
            Ports.reference(port.path("targetPort"), at + "targetPort", found);
            found.oneOf(at + "protocol", Json.text(port, "protocol"), List.of("SCTP", "TCP", "UDP"));
            if (!numbers.add(Json.text(port, "protocol") + port.path("port"))) {
                found.duplicate("spec.ports[" + i + "]", port);
            }
            if (!hasNodePorts(spec) && Json.number(port, 0, "nodePort") != 0) {
                found.forbidden(at + "nodePort", "may not be used when `type` is '" + Json.text(spec, "type") + "'");
            }
        }
    }

    private static void name(JsonNode spec, JsonNode port, String at, Set<String> names, Violations found) {
        String name = Json.text(port, "name");
        if (name.isEmpty()) {
            if (spec.path("ports").size() > 1) {
                found.required(at + "name", "");
            }
            return;
        }
        Names.label(name).ifPresent(why -> found.invalid(at + "name", name, why));
        if (!names.add(name)) {
            found.duplicate(at + "name", port.path("name"));
        }
    }

    @Override
    public void validateChange(ObjectNode before, ObjectNode after, Violations found) {
        String old = Json.text(before, "spec", "clusterIP");
        String now = Json.text(after, "spec", "clusterIP");
        boolean external = Json.text(before, "spec", "type").equals("ExternalName")
                || Json.text(after, "spec", "type").equals("ExternalName");
        if (!old.isEmpty() && !old.equals(now) && !external) {
            String why = now.isEmpty() ? "primary clusterIP can not be unset" : "may not change once set";
            JsonNode values = now.isEmpty() ? Json.array() : Json.array().add(now);
            found.invalid("spec.clusterIPs[0]", values, why);
        }
    }
}
