// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.registry.Selectors;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, for each Service with a selector, the ready pods behind it: as Endpoints and as an EndpointSlice. */
final class EndpointsController implements Controller {
    private final Objects objects;

    EndpointsController(Objects objects) {
        this.objects = objects;
    }

    @Override
    public void reconcile(Alarm alarm) {
        Objects.each(objects.all(objects.services), service -> {
            if (!Json.at(service, "spec", "selector").isEmpty() && !Objects.isGoing(service)) {
                publish(service);
            }
        });
    }

    private void publish(ObjectNode service) {
        Predicate<JsonNode> selected = Selectors.equal(Json.at(service, "spec", "selector"));
        List<ObjectNode> pods = objects.in(objects.pods, Objects.namespace(service)).stream()
                .filter(pod -> selected.test(Json.at(pod, "metadata", "labels")))
                .filter(pod ->
                        Pods.isActive(pod) && !Json.text(pod, "status", "podIP").isEmpty())
                .toList();
        put(objects.endpoints, service, Objects.name(service), endpoints(service, pods));
        put(objects.endpointSlices, service, Objects.name(service) + "-slice", slice(service, pods));
    }

    private void put(Kind kind, ObjectNode service, String name, ObjectNode content) {
        Optional<ObjectNode> live = objects.find(kind, Objects.namespace(service), name);
        if (live.isEmpty()) {
            ObjectNode metadata = content.putObject("metadata").put("name", name);
            metadata.putObject("labels").put("kubernetes.io/service-name", Objects.name(service));
            metadata.putArray("ownerReferences").add(Objects.controllerReference(objects.services, service));
            objects.create(kind, Objects.namespace(service), content);
        } else {
            objects.change(kind, live.get(), object -> object.setAll(content));
        }
    }

    private ObjectNode endpoints(JsonNode service, List<ObjectNode> pods) {
        ObjectNode content = Json.object();
        ArrayNode subsets = content.putArray("subsets");
        List<ObjectNode> ready = pods.stream().filter(Pods::isReady).toList();
        if (!ready.isEmpty()) {
            ObjectNode subset = subsets.addObject();
            ArrayNode addresses = subset.putArray("addresses");
            ready.forEach(pod -> address(addresses.addObject(), "ip", pod));
            subset.set("ports", ports(service, ready.get(0)));
        }
        return content;
    }

    private static void address(ObjectNode address, String field, JsonNode pod) {
        address.put(field, Json.text(pod, "status", "podIP")).put("nodeName", Json.text(pod, "spec", "nodeName"));
        target(address, pod);
    }

    private static void target(ObjectNode address, JsonNode pod) {
        address.putObject("targetRef")
                .put("kind", "Pod")
                .put("name", Objects.name(pod))
                .put("namespace", Objects.namespace(pod))
                .put("uid", Objects.uid(pod));
    }

    private ObjectNode slice(JsonNode service, List<ObjectNode> pods) {
        ObjectNode content = Json.object().put("addressType", "IPv4");
        ArrayNode endpoints = content.putArray("endpoints");
        for (ObjectNode pod : pods) {
            ObjectNode endpoint = endpoints.addObject();
            endpoint.putArray("addresses").add(Json.text(pod, "status", "podIP"));
            boolean ready = Pods.isReady(pod);
            endpoint.putObject("conditions")
                    .put("ready", ready)
                    .put("serving", ready)
                    .put("terminating", false);
            endpoint.put("nodeName", Json.text(pod, "spec", "nodeName"));
            target(endpoint, pod);
        }
        content.set("ports", pods.isEmpty() ? Json.array() : ports(service, pods.get(0)));
        return content;
    }

    private static ArrayNode ports(JsonNode service, JsonNode pod) {
        ArrayNode ports = Json.array();
        Json.eachObject(
                Json.at(service, "spec", "ports"),
                port -> number(port.path("targetPort"), pod)
                        .ifPresent(number -> ports.addObject()
                                .put("name", Json.text(port, "name"))
                                .put("port", (int) number)
                                .put("protocol", Json.text(port, "protocol"))));
        return ports;
    }

    /** A target port may be the name of a container's port. */
    private static OptionalLong number(JsonNode target, JsonNode pod) {
        if (!target.isString()) {
            return target.asLongOpt();
        }
        return Json.at(pod, "spec", "containers")
                .valueStream()
                .flatMap(container -> container.path("ports").valueStream())
                .filter(port -> Json.text(port, "name").equals(target.asString("")))
                .mapToLong(port -> Json.number(port, 0, "containerPort"))
                .findFirst();
    }
}
