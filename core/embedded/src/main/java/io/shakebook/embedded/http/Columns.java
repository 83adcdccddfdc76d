// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.registry.Selectors;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The columns of each kind. Source: kubernetes, printers/internalversion. */
final class Columns {
    /** @param wide shown only by {@code -o wide} */
    record Column(String name, String type, boolean wide, Function<JsonNode, String> cell) {}

    private final Age age;
    private final Map<String, List<Column>> byKind;

    Columns(Age age) {
        this.age = age;
        this.byKind = Map.ofEntries(
                Map.entry("Namespace", List.of(name(), at("Status", "status", "phase"), age())),
                Map.entry("Pod", pod()),
                Map.entry("Service", service()),
                Map.entry("ConfigMap", List.of(name(), number("Data", Columns::entries), age())),
                Map.entry("Secret", List.of(name(), at("Type", "type"), number("Data", Columns::entries), age())),
                Map.entry("Deployment", deployment()),
                Map.entry("ReplicaSet", replicaSet()),
                Map.entry("StatefulSet", List.of(name(), ready(), age(), containers(), images())),
                Map.entry("Node", node()),
                Map.entry("Event", event()),
                Map.entry("Endpoints", List.of(name(), text("Endpoints", Columns::endpoints), age())),
                Map.entry("EndpointSlice", slice()),
                Map.entry("Lease", List.of(name(), at("Holder", "spec", "holderIdentity"), age())));
    }

    List<Column> of(Kind kind) {
        return byKind.getOrDefault(kind.name(), List.of(name(), age()));
    }

    private static Column name() {
        return at("Name", "metadata", "name");
    }

    private Column age() {
        return text("Age", age::of);
    }

    private static Column text(String name, Function<JsonNode, String> cell) {
        return new Column(name, "string", false, cell);
    }

    private static Column wide(String name, Function<JsonNode, String> cell) {
        return new Column(name, "string", true, cell);
    }

    private static Column number(String name, Function<JsonNode, Long> cell) {
        return new Column(name, "integer", false, object -> Long.toString(cell.apply(object)));
    }

    private static Column at(String name, String... path) {
        return text(name, object -> orNone(Json.text(object, path)));
    }

    private static Column count(String name, String... path) {
        return number(name, object -> Json.number(object, 0, path));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    private static long entries(JsonNode object) {
        return object.path("data").size() + object.path("binaryData").size();
    }

    private List<Column> pod() {
        return List.of(
                name(),
                text("Ready", PodColumns::ready),
                text("Status", PodColumns::status),
                text("Restarts", PodColumns::restarts),
                age(),
                wide("IP", pod -> orNone(Json.text(pod, "status", "podIP"))),
                wide("Node", pod -> orNone(Json.text(pod, "spec", "nodeName"))),
                wide("Nominated Node", pod -> "<none>"),
                wide("Readiness Gates", pod -> "<none>"));
    }

    private List<Column> service() {
        return List.of(
                name(),
                at("Type", "spec", "type"),
                at("Cluster-IP", "spec", "clusterIP"),
                text("External-IP", service -> orNone(Json.text(service, "spec", "externalName"))),
                text("Port(s)", Columns::ports),
                age(),
                wide("Selector", service -> orNone(Selectors.text(Json.at(service, "spec", "selector")))));
    }

    private static String ports(JsonNode service) {
        return orNone(Json.at(service, "spec", "ports")
                .valueStream()
                .map(Columns::port)
                .collect(Collectors.joining(",")));
    }

    private static String port(JsonNode port) {
        String node = port.has("nodePort") ? ":" + port.path("nodePort").asString("") : "";
        return port.path("port").asString("") + node + "/" + Json.text(port, "protocol");
    }

    private static Column ready() {
        return text(
                "Ready",
                object -> Json.number(object, 0, "status", "readyReplicas") + "/"
                        + Json.number(object, 0, "spec", "replicas"));
    }

    private List<Column> deployment() {
        return List.of(
                name(),
                ready(),
                count("Up-to-date", "status", "updatedReplicas"),
                count("Available", "status", "availableReplicas"),
                age(),
                containers(),
                images(),
                selector());
    }

    private List<Column> replicaSet() {
        return List.of(
                name(),
                count("Desired", "spec", "replicas"),
                count("Current", "status", "replicas"),
                count("Ready", "status", "readyReplicas"),
                age(),
                containers(),
                images(),
                selector());
    }

    private static Column containers() {
        return wide("Containers", object -> each(object, "name"));
    }

    private static Column images() {
        return wide("Images", object -> each(object, "image"));
    }

    private static String each(JsonNode object, String field) {
        return Json.at(object, "spec", "template", "spec", "containers")
                .valueStream()
                .map(container -> Json.text(container, field))
                .collect(Collectors.joining(","));
    }

    private static Column selector() {
        return wide("Selector", object -> Selectors.text(Json.at(object, "spec", "selector", "matchLabels")));
    }

    private List<Column> node() {
        return List.of(
                name(),
                text("Status", Columns::nodeStatus),
                text("Roles", Columns::roles),
                age(),
                at("Version", "status", "nodeInfo", "kubeletVersion"),
                wide("Internal-IP", node -> address(node, "InternalIP")),
                wide("External-IP", node -> address(node, "ExternalIP")));
    }

    private static String nodeStatus(JsonNode node) {
        boolean ready = Json.at(node, "status", "conditions")
                .valueStream()
                .anyMatch(condition -> Json.text(condition, "type").equals("Ready")
                        && Json.text(condition, "status").equals("True"));
        String state = ready ? "Ready" : "NotReady";
        return Json.flag(node, "spec", "unschedulable") ? state + ",SchedulingDisabled" : state;
    }

    private static String roles(JsonNode node) {
        String prefix = "node-role.kubernetes.io/";
        return orNone(Json.at(node, "metadata", "labels").propertyNames().stream()
                .filter(label -> label.startsWith(prefix))
                .map(label -> label.substring(prefix.length()))
                .collect(Collectors.joining(",")));
    }

    private static String address(JsonNode node, String type) {
        return orNone(Json.at(node, "status", "addresses")
                .valueStream()
                .filter(address -> Json.text(address, "type").equals(type))
                .map(address -> Json.text(address, "address"))
                .findFirst()
                .orElse(""));
    }

    private List<Column> event() {
        return List.of(
                text("Last Seen", event -> age.since(Json.text(event, "lastTimestamp"))),
                at("Type", "type"),
                at("Reason", "reason"),
                text(
                        "Object",
                        event -> Json.text(event, "involvedObject", "kind").toLowerCase(java.util.Locale.ROOT) + "/"
                                + Json.text(event, "involvedObject", "name")),
                text("Message", event -> Json.text(event, "message").strip()),
                wide("Name", event -> Json.text(event, "metadata", "name")));
    }

    private static String endpoints(JsonNode endpoints) {
        return orNone(
                endpoints.path("subsets").valueStream().flatMap(Columns::subset).collect(Collectors.joining(",")));
    }

    private static Stream<String> subset(JsonNode subset) {
        return subset.path("addresses")
                .valueStream()
                .flatMap(address -> subset.path("ports")
                        .valueStream()
                        .map(port -> Json.text(address, "ip") + ":"
                                + port.path("port").asString("")));
    }

    private List<Column> slice() {
        return List.of(
                name(),
                at("AddressType", "addressType"),
                text(
                        "Ports",
                        slice -> orNone(slice.path("ports")
                                .valueStream()
                                .map(port -> port.path("port").asString(""))
                                .collect(Collectors.joining(",")))),
                text(
                        "Endpoints",
                        slice -> orNone(slice.path("endpoints")
                                .valueStream()
                                .map(endpoint ->
                                        endpoint.path("addresses").path(0).asString(""))
                                .collect(Collectors.joining(",")))),
                age());
    }
}
