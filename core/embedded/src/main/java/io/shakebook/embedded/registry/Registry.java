// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.registry;

import io.shakebook.embedded.apply.Owner;
import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.Kinds;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.rules.Addresses;
import io.shakebook.embedded.rules.Rules;
import io.shakebook.embedded.rules.Violations;
import io.shakebook.embedded.schema.Schema;
import io.shakebook.embedded.store.Store;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What the verbs share: the store, the kinds with their rules and types, the clock. */
public final class Registry {
    private final Store store;
    private final Kinds kinds;
    private final Decoder decoder;
    private final Rules rules = new Rules();
    private final Addresses addresses;
    private final Stamps stamps;

    public Registry(Store store, Kinds kinds, Schema schema, Addresses addresses, Stamps stamps) {
        this.store = store;
        this.kinds = kinds;
        this.decoder = new Decoder(schema);
        this.addresses = addresses;
        this.stamps = stamps;
    }

    public Store store() {
        return store;
    }

    public Kinds kinds() {
        return kinds;
    }

    public Stamps stamps() {
        return stamps;
    }

    Decoder decoder() {
        return decoder;
    }

    Rules rules() {
        return rules;
    }

    public ObjectNode get(ObjectKey key) {
        return store.get(key).orElseThrow(() -> ApiFailure.notFound(key));
    }

    /** Empty maps and lists of the metadata are as good as none. */
    static void tidy(ObjectNode metadata) {
        for (String name : new String[] {"labels", "annotations", "finalizers", "ownerReferences"}) {
            if (metadata.has(name) && metadata.path(name).isEmpty()) {
                metadata.remove(name);
            }
        }
    }

    static Owner updater(Kind kind, String subresource, WriteOptions options) {
        return new Owner(options.manager(), Owner.Operation.UPDATE, kind.apiVersion(), subresource);
    }

    /** Namespaced objects need a namespace that is there, and (to be created) one that is not going away. */
    void checkNamespace(ObjectKey key, boolean creating) {
        if (!key.kind().namespaced()) {
            return;
        }
        ObjectKey namespace = namespaceKey(key.namespace());
        Optional<ObjectNode> found = store.get(namespace);
        if (found.isEmpty()) {
            throw ApiFailure.notFound(namespace);
        }
        if (creating && Json.text(found.get(), "status", "phase").equals("Terminating")) {
            throw ApiFailure.namespaceEnds(key);
        }
    }

    public ObjectKey namespaceKey(String name) {
        return new ObjectKey(kinds.known("v1", "Namespace"), "", name);
    }

    /** Hands out what the object needs from the cluster: only Services do. */
    void assign(ObjectKey key, ObjectNode object, boolean dryRun, Violations found) {
        if (key.kind().has("addressed")) {
            List<ObjectNode> others = store.list(key.kind(), "").stream()
                    .filter(other -> !ObjectKey.of(key.kind(), other).equals(key))
                    .toList();
            addresses.assign(object, others, dryRun, found);
        }
    }

    static void refuse(ObjectKey key, Violations found) {
        if (!found.causes().isEmpty()) {
            throw ApiFailure.invalid(key.kind(), key.name(), found.causes());
        }
    }
}
