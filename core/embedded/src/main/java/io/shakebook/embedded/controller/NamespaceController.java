// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.ObjectKey;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Empties namespaces that are being deleted, and lets them go when they are empty. */
final class NamespaceController implements Controller {
    private final Objects objects;

    NamespaceController(Objects objects) {
        this.objects = objects;
    }

    @Override
    public void reconcile(Alarm alarm) {
        List<ObjectNode> going = objects.all(objects.namespaces).stream()
                .filter(Objects::isGoing)
                .toList();
        Objects.each(going, this::empty);
    }

    private void empty(ObjectNode namespace) {
        List<ObjectKey> content = objects.registry().store().keys().stream()
                .filter(key -> key.namespace().equals(Objects.name(namespace)))
                .toList();
        for (ObjectKey key : content) {
            Optional<ObjectNode> object = objects.registry().store().get(key);
            object.filter(tree -> !Objects.isGoing(tree)).ifPresent(tree -> objects.delete(key.kind(), tree));
        }
        boolean held = !Json.at(namespace, "metadata", "finalizers").isEmpty();
        if (content.isEmpty() && !held) {
            objects.remove(objects.namespaces, namespace);
        }
    }
}
