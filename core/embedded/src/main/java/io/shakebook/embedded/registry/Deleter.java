// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.ObjectKey;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Deletes objects, at once or by marking them so that somebody else lets them go. */
public final class Deleter {
    private static final Set<String> IMMORTAL = Set.of("default", "kube-public", "kube-system");

    private final Registry registry;

    public Deleter(Registry registry) {
        this.registry = registry;
    }

    /** The object if it is on its way out, or a Status if it is gone. */
    public ObjectNode delete(ObjectKey key, DeleteOptions options) {
        if (key.kind().has("emptied") && IMMORTAL.contains(key.name())) {
            throw ApiFailure.mayNotBeDeleted(key);
        }
        return registry.store().exclusively(() -> {
            ObjectNode live = registry.get(key);
            check(key, live, options);
            ObjectNode marked = marked(key.kind(), live, options);
            boolean stays = stays(key.kind(), live, marked, options);
            if (!options.dryRun()) {
                return stays
                        ? kept(key, live, marked)
                        : gone(key, registry.store().remove(key));
            }
            return stays ? marked : gone(key, live);
        });
    }

    /** Lets go of an object without any more grace. */
    public void remove(ObjectKey key) {
        registry.store()
                .exclusively(() ->
                        registry.store().get(key).map(live -> registry.store().remove(key)));
    }

    private static void check(ObjectKey key, ObjectNode live, DeleteOptions options) {
        String uid = Json.text(live, "metadata", "uid");
        if (!options.uid().isEmpty() && !options.uid().equals(uid)) {
            throw ApiFailure.preconditionFailed(
                    key,
                    "the UID in the precondition (" + options.uid() + ") does not match the UID in record (" + uid
                            + "). The object might have been deleted and then recreated");
        }
        String version = Json.text(live, "metadata", "resourceVersion");
        if (!options.version().isEmpty() && !options.version().equals(version)) {
            throw ApiFailure.preconditionFailed(
                    key,
                    "the ResourceVersion in the precondition (" + options.version()
                            + ") does not match the ResourceVersion in record (" + version
                            + "). The object might have been modified");
        }
    }

    private ObjectNode marked(Kind kind, ObjectNode live, DeleteOptions options) {
        ObjectNode marked = live.deepCopy();
        ObjectNode metadata = Json.ensure(marked, "metadata");
        String finalizer = options.propagation().finalizer();
        if (!finalizer.isEmpty() && !metadata.has("deletionTimestamp")) {
            ArrayNode finalizers = Json.ensureArray(metadata, "finalizers");
            finalizers.add(finalizer);
        }
        long grace = kind.has("graceful") ? grace(live, options) : 0;
        if (!metadata.has("deletionTimestamp")) {
            metadata.put(
                    "deletionTimestamp", Stamps.text(registry.stamps().instant().plusSeconds(grace)));
            metadata.put("deletionGracePeriodSeconds", (int) grace);
        }
        if (kind.has("emptied")) {
            Json.ensure(marked, "status").put("phase", "Terminating");
        }
        return marked;
    }

    private static long grace(ObjectNode live, DeleteOptions options) {
        return options.graceSeconds().orElse(Json.number(live, 30, "spec", "terminationGracePeriodSeconds"));
    }

    private static boolean stays(Kind kind, ObjectNode live, ObjectNode marked, DeleteOptions options) {
        boolean running = kind.has("graceful")
                && grace(live, options) > 0
                && !Json.text(live, "spec", "nodeName").isEmpty();
        boolean finalizers = !Json.at(marked, "metadata", "finalizers").isEmpty();
        return running || finalizers || kind.has("emptied");
    }

    private ObjectNode kept(ObjectKey key, ObjectNode live, ObjectNode marked) {
        return marked.equals(live) ? live : registry.store().put(key, marked);
    }

    private static ObjectNode gone(ObjectKey key, JsonNode last) {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details").put("name", key.name());
        if (!key.kind().group().isEmpty()) {
            details.put("group", key.kind().group());
        }
        details.put("kind", key.kind().plural()).put("uid", Json.text(last, "metadata", "uid"));
        return status;
    }
}
