// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.registry.DeleteOptions.Propagation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Deletes what has lost all its owners, and deals with the dependents of what is deleted foreground or orphaning. */
final class GarbageCollector implements Controller {
    private final Objects objects;

    GarbageCollector(Objects objects) {
        this.objects = objects;
    }

    private record Located(ObjectKey key, ObjectNode object) {}

    @Override
    public void reconcile(Alarm alarm) {
        List<Located> all = all();
        Set<String> uids = new HashSet<>();
        all.forEach(one -> uids.add(Objects.uid(one.object())));
        for (Located one : all) {
            if (Objects.isGoing(one.object())) {
                release(one, all);
            } else if (hasLostOwners(one.object(), uids)) {
                objects.delete(one.key().kind(), one.object());
            }
        }
    }

    private List<Located> all() {
        List<Located> all = new ArrayList<>();
        for (ObjectKey key : objects.registry().store().keys()) {
            Optional<ObjectNode> object = objects.registry().store().get(key);
            object.ifPresent(tree -> all.add(new Located(key, tree)));
        }
        return all;
    }

    private static JsonNode owners(JsonNode object) {
        return Json.at(object, "metadata", "ownerReferences");
    }

    private static boolean hasLostOwners(JsonNode object, Set<String> uids) {
        return !owners(object).isEmpty()
                && owners(object).valueStream().noneMatch(owner -> uids.contains(Json.text(owner, "uid")));
    }

    private void release(Located owner, List<Located> all) {
        if (hasFinalizer(owner.object(), Propagation.ORPHAN)) {
            dependents(owner, all).forEach(dependent -> disown(dependent, Objects.uid(owner.object())));
            drop(owner, Propagation.ORPHAN);
        } else if (hasFinalizer(owner.object(), Propagation.FOREGROUND)) {
            List<Located> dependents = dependents(owner, all);
            dependents.stream()
                    .filter(dependent -> !Objects.isGoing(dependent.object()))
                    .forEach(dependent -> objects.delete(
                            dependent.key().kind(), dependent.object(), childPropagation(dependent, all)));
            if (dependents.isEmpty()) {
                drop(owner, Propagation.FOREGROUND);
            }
        }
    }

    /** A dependent that has dependents of its own waits for them in turn. */
    private static Propagation childPropagation(Located dependent, List<Located> all) {
        return dependents(dependent, all).isEmpty() ? Propagation.BACKGROUND : Propagation.FOREGROUND;
    }

    private static boolean hasFinalizer(JsonNode object, Propagation propagation) {
        return Json.at(object, "metadata", "finalizers")
                .valueStream()
                .anyMatch(finalizer -> finalizer.asString("").equals(propagation.finalizer()));
    }

    private static List<Located> dependents(Located owner, List<Located> all) {
        String uid = Objects.uid(owner.object());
        return all.stream()
                .filter(one -> owners(one.object())
                        .valueStream()
                        .anyMatch(reference -> Json.text(reference, "uid").equals(uid)))
                .toList();
    }

    private void disown(Located dependent, String uid) {
        objects.change(dependent.key().kind(), dependent.object(), live -> {
            ArrayNode kept = Json.array();
            owners(live).forEach(owner -> {
                if (!Json.text(owner, "uid").equals(uid)) {
                    kept.add(owner);
                }
            });
            replace(live, "ownerReferences", kept);
        });
    }

    private void drop(Located owner, Propagation propagation) {
        objects.change(owner.key().kind(), owner.object(), live -> {
            ArrayNode kept = Json.array();
            Json.at(live, "metadata", "finalizers").forEach(finalizer -> {
                if (!finalizer.asString("").equals(propagation.finalizer())) {
                    kept.add(finalizer);
                }
            });
            replace(live, "finalizers", kept);
        });
    }

    private static void replace(ObjectNode object, String name, ArrayNode list) {
        ObjectNode metadata = Json.ensure(object, "metadata");
        if (list.isEmpty()) {
            metadata.remove(name);
        } else {
            metadata.set(name, list);
        }
    }
}
