// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.registry.ApiFailure;
import io.shakebook.embedded.registry.Creator;
import io.shakebook.embedded.registry.DeleteOptions;
import io.shakebook.embedded.registry.DeleteOptions.Propagation;
import io.shakebook.embedded.registry.Deleter;
import io.shakebook.embedded.registry.Registry;
import io.shakebook.embedded.registry.Stamps;
import io.shakebook.embedded.registry.Updater;
import io.shakebook.embedded.registry.WriteOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What controllers do with objects, in the name of one manager. */
final class Objects {
    private static final String CORE = "v1";
    private static final String APPS = "apps/v1";

    final Kind namespaces;
    final Kind nodes;
    final Kind pods;
    final Kind services;
    final Kind configMaps;
    final Kind secrets;
    final Kind events;
    final Kind endpoints;
    final Kind endpointSlices;
    final Kind deployments;
    final Kind replicaSets;
    final Kind statefulSets;

    private final Registry registry;
    private final Creator creator;
    private final Updater updater;
    private final Deleter deleter;
    private final WriteOptions options;

    Objects(Registry registry, String manager) {
        this.registry = registry;
        this.creator = new Creator(registry);
        this.updater = new Updater(registry);
        this.deleter = new Deleter(registry);
        this.options = WriteOptions.of(manager);
        this.namespaces = registry.kinds().known(CORE, "Namespace");
        this.nodes = registry.kinds().known(CORE, "Node");
        this.pods = registry.kinds().known(CORE, "Pod");
        this.services = registry.kinds().known(CORE, "Service");
        this.configMaps = registry.kinds().known(CORE, "ConfigMap");
        this.secrets = registry.kinds().known(CORE, "Secret");
        this.events = registry.kinds().known(CORE, "Event");
        this.endpoints = registry.kinds().known(CORE, "Endpoints");
        this.endpointSlices = registry.kinds().known("discovery.k8s.io/v1", "EndpointSlice");
        this.deployments = registry.kinds().known(APPS, "Deployment");
        this.replicaSets = registry.kinds().known(APPS, "ReplicaSet");
        this.statefulSets = registry.kinds().known(APPS, "StatefulSet");
    }

    /** Does something with each object; one that the server refuses to change does not keep the others waiting. */
    static void each(List<ObjectNode> objects, Consumer<ObjectNode> action) {
        for (ObjectNode object : objects) {
            try {
                action.accept(object);
            } catch (ApiFailure refused) {
                continue;
            }
        }
    }

    Registry registry() {
        return registry;
    }

    Stamps stamps() {
        return registry.stamps();
    }

    List<ObjectNode> all(Kind kind) {
        return registry.store().list(kind, "");
    }

    List<ObjectNode> in(Kind kind, String namespace) {
        return registry.store().list(kind, namespace);
    }

    /** The objects of a kind whose controller is this object. */
    List<ObjectNode> ownedBy(JsonNode owner, Kind kind) {
        String uid = uid(owner);
        return in(kind, namespace(owner)).stream()
                .filter(object -> Json.at(object, "metadata", "ownerReferences")
                        .valueStream()
                        .anyMatch(reference ->
                                Json.text(reference, "uid").equals(uid) && Json.flag(reference, "controller")))
                .toList();
    }

    Optional<ObjectNode> find(Kind kind, String namespace, String name) {
        return registry.store().get(new ObjectKey(kind, namespace, name));
    }

    ObjectNode create(Kind kind, String namespace, ObjectNode object) {
        return creator.create(kind, namespace, object, options).object();
    }

    /** Changes an object's metadata or spec; no change, no write. */
    void change(Kind kind, JsonNode object, Consumer<ObjectNode> change) {
        write(kind, object, "", change);
    }

    void changeStatus(Kind kind, JsonNode object, Consumer<ObjectNode> change) {
        write(kind, object, "status", live -> change.accept(Json.ensure(live, "status")));
    }

    private void write(Kind kind, JsonNode object, String subresource, Consumer<ObjectNode> change) {
        ObjectKey key = ObjectKey.of(kind, object);
        if (registry.store().get(key).isPresent()) {
            updater.change(key, subresource, options, live -> {
                change.accept(live);
                return live;
            });
        }
    }

    void delete(Kind kind, JsonNode object) {
        delete(kind, object, Propagation.BACKGROUND);
    }

    void delete(Kind kind, JsonNode object, Propagation propagation) {
        ObjectKey key = ObjectKey.of(kind, object);
        if (registry.store().get(key).isPresent()) {
            deleter.delete(key, DeleteOptions.of(propagation));
        }
    }

    /** Without any grace. */
    void remove(Kind kind, JsonNode object) {
        deleter.remove(ObjectKey.of(kind, object));
    }

    static String uid(JsonNode object) {
        return Json.text(object, "metadata", "uid");
    }

    static String name(JsonNode object) {
        return Json.text(object, "metadata", "name");
    }

    static String namespace(JsonNode object) {
        return Json.text(object, "metadata", "namespace");
    }

    static boolean isGoing(JsonNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    /** The owner reference of a controller. */
    static ObjectNode controllerReference(Kind kind, JsonNode owner) {
        return Json.object()
                .put("apiVersion", kind.apiVersion())
                .put("kind", kind.name())
                .put("name", name(owner))
                .put("uid", uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
    }
}
