// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import io.shakebook.embedded.controller.ControlPlane;
import io.shakebook.embedded.controller.Delays;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.registry.ApiFailure;
import io.shakebook.embedded.registry.Creator;
import io.shakebook.embedded.registry.Registry;
import io.shakebook.embedded.registry.Updater;
import io.shakebook.embedded.registry.WriteOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills a new cluster: what every cluster has, then the seed, then what the controllers make of it, ready at once. */
final class Seeder {
    private static final String MARK = "embedded.shakebook.io/seeded";
    private static final List<String> NAMESPACES = List.of("default", "kube-node-lease", "kube-public", "kube-system");
    private static final WriteOptions OPTIONS = WriteOptions.of("seed");

    private final Registry registry;
    private final Creator creator;
    private final EmbeddedOptions options;

    Seeder(Registry registry, EmbeddedOptions options) {
        this.registry = registry;
        this.creator = new Creator(registry);
        this.options = options;
    }

    /** True if seeding came to its end: a process that was killed before leaves a folder that is still new. */
    boolean isDone() {
        return registry.store()
                .get(registry.namespaceKey("kube-system"))
                .filter(namespace ->
                        !Json.text(namespace, "metadata", "annotations", MARK).isEmpty())
                .isPresent();
    }

    void fill(Seed seed) throws InvalidSeed {
        Optional<InvalidSeed> refused = registry.store().exclusively(() -> tryFill(seed.trees()));
        registry.store().forgetHistory();
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private Optional<InvalidSeed> tryFill(List<ObjectNode> seed) {
        NAMESPACES.forEach(name -> create(namespace(name)));
        create(apiService());
        if (seed.stream().noneMatch(object -> Json.text(object, "kind").equals("Node"))) {
            create(node());
        }
        for (int index : order(seed)) {
            try {
                create(seed.get(index).deepCopy());
            } catch (ApiFailure e) {
                ObjectNode object = seed.get(index);
                String named = Json.text(object, "kind") + " '" + Json.text(object, "metadata", "name") + "'";
                return Optional.of(new InvalidSeed(index, named, String.valueOf(e.getMessage())));
            }
        }
        settle();
        new Updater(registry).change(registry.namespaceKey("kube-system"), "", OPTIONS, live -> {
            Json.ensure(live, "metadata", "annotations")
                    .put(MARK, registry.stamps().now());
            return live;
        });
        return Optional.empty();
    }

    /** Cluster-wide objects first: the others may need their namespaces. */
    private static List<Integer> order(List<ObjectNode> seed) {
        IntStream first = IntStream.range(0, seed.size()).filter(index -> isFirst(seed.get(index)));
        IntStream rest = IntStream.range(0, seed.size()).filter(index -> !isFirst(seed.get(index)));
        return IntStream.concat(first, rest).boxed().toList();
    }

    private static boolean isFirst(JsonNode object) {
        return List.of("Namespace", "Node").contains(Json.text(object, "kind"));
    }

    /** What every cluster has is left as it is if the seed has it too. */
    private void create(ObjectNode object) {
        String apiVersion = Json.text(object, "apiVersion");
        String name = Json.text(object, "kind");
        Kind kind = registry.kinds()
                .byName(apiVersion, name)
                .orElseThrow(() -> ApiFailure.badRequest(
                        "kind '" + name + "' in '" + apiVersion + "' is not served by the embedded cluster"));
        String namespace = Json.text(object, "metadata", "namespace");
        String placed = kind.namespaced() && namespace.isEmpty() ? "default" : namespace;
        ObjectKey key = new ObjectKey(kind, kind.namespaced() ? placed : "", Json.text(object, "metadata", "name"));
        if (registry.store().get(key).isEmpty()) {
            creator.seed(kind, placed, object, OPTIONS);
        }
    }

    private static ObjectNode namespace(String name) {
        ObjectNode namespace = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
        namespace.putObject("metadata").put("name", name);
        return namespace;
    }

    private ObjectNode apiService() {
        ObjectNode service = Json.object().put("apiVersion", "v1").put("kind", "Service");
        ObjectNode metadata =
                service.putObject("metadata").put("name", "kubernetes").put("namespace", "default");
        metadata.putObject("labels").put("component", "apiserver").put("provider", "kubernetes");
        ObjectNode spec = service.putObject("spec").put("clusterIP", options.servicePrefix() + ".0.1");
        spec.putArray("ports").addObject().put("name", "https").put("port", 443).put("targetPort", 6443);
        return service;
    }

    private ObjectNode node() {
        ObjectNode node = Json.object().put("apiVersion", "v1").put("kind", "Node");
        node.putObject("metadata").put("name", options.name() + "-node-1");
        ObjectNode status = node.putObject("status");
        status.putArray("addresses").addObject().put("type", "InternalIP").put("address", "10.0.0.1");
        status.putArray("conditions").addObject().put("type", "Ready").put("status", "True");
        status.putObject("nodeInfo").put("kubeletVersion", "v1.36.0+shakebook");
        return node;
    }

    private void settle() {
        ControlPlane controlPlane = new ControlPlane(registry, Delays.none());
        long before;
        do {
            before = registry.store().version();
            controlPlane.reconcile();
        } while (registry.store().version() != before);
    }
}
