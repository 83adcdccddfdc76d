// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.ClusterEntry.Embedded;
import io.shakebook.engine.change.ClusterEntry.Kubeconfig;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Hidden;
import io.shakebook.engine.insight.Content.Items;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Content.Nothing;
import io.shakebook.engine.insight.Content.Plain;
import io.shakebook.engine.insight.Content.Secret;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.inventory.PasswordLook;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.value.SecretRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the parts of an inventory into contents. */
final class Contents {
    private final Map<Record, Named> entries = new HashMap<>();

    Contents(Inventory inventory) {
        inventory
                .entries()
                .forEach((type, named) -> named.forEach((name, entry) -> entries.put(entry, new Named(type, name))));
    }

    Fields cluster(ClusterEntry cluster) {
        Map<String, Content> fields = new LinkedHashMap<>();
        if (cluster.access() instanceof Embedded embedded) {
            fields.put("embedded", new Plain(embedded.seed()));
        } else if (cluster.access() instanceof Kubeconfig access) {
            access.path().ifPresent(path -> fields.put("kubeconfig", new Plain(path)));
            fields.put("context", new Plain(access.context()));
            access.server().ifPresent(server -> fields.put("server", new Plain(server)));
            access.identity().ifPresent(identity -> fields.put("identity", new Plain(identity)));
        }
        cluster.namespace().ifPresent(namespace -> fields.put("namespace", new Plain(namespace)));
        cluster.nodeAddress().ifPresent(address -> fields.put("node-address", new Plain(address)));
        fields.put("parallel", new Plain((long) cluster.parallel()));
        return new Fields(fields);
    }

    Fields entry(Record entry) {
        Map<String, Object> tree = new LinkedHashMap<>(RecordTree.toTree(entry, this::leaf));
        tree.remove("name");
        return fields(tree);
    }

    /** What stands for its own: entries and clusters by name, and secrets. */
    private Optional<Object> leaf(Record record) {
        if (record instanceof SecretRef ref) {
            return Optional.of(new Secret(ref));
        }
        return record instanceof ClusterRef cluster
                ? Optional.of(new Named(Listing.CLUSTERS, cluster.name()))
                : Optional.ofNullable(entries.get(record));
    }

    private static Fields fields(Map<?, ?> tree) {
        Map<String, Content> fields = new LinkedHashMap<>();
        tree.forEach((key, value) -> fields.put(String.valueOf(key), content(String.valueOf(key), value)));
        return new Fields(fields);
    }

    private static Content content(String key, Object value) {
        if (value instanceof Content done) {
            return done;
        }
        if (value instanceof Map<?, ?> map) {
            return fields(map);
        }
        if (value instanceof List<?> list) {
            return new Items(list.stream().map(item -> content(key, item)).toList());
        }
        return plain(key, value);
    }

    /** @param key that it stands behind */
    Content written(String key, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Content> fields = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> fields.put(entry.name(), written(entry.name(), entry.value())));
            return new Fields(fields);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return new Items(
                    sequence.items().stream().map(item -> written(key, item)).toList());
        }
        return node instanceof YamlNode.Scalar scalar && scalar.value().isPresent()
                ? plain(key, scalar.value().get())
                : new Nothing();
    }

    /** What a parameter of a playbook resolves to. */
    Content value(String key, Value value) {
        if (value instanceof Value.Struct struct && struct.origin().isPresent()) {
            Record record = struct.origin().get();
            return leaf(record).map(Content.class::cast).orElseGet(() -> fields(RecordTree.toTree(record, this::leaf)));
        }
        if (value instanceof Value.Listed list) {
            return new Items(list.items().stream().map(item -> value(key, item)).toList());
        }
        if (value instanceof Value.Mapped map) {
            Map<String, Content> fields = new LinkedHashMap<>();
            map.entries().forEach((name, inner) -> fields.put(name, value(name, inner)));
            return new Fields(fields);
        }
        Object known = value instanceof Value.Known single ? single.value() : "";
        return known instanceof SecretRef ref
                ? new Secret(ref)
                : plain(key, known instanceof Duration span ? span.toString() : known);
    }

    private static Content plain(String key, Object value) {
        return PasswordLook.has(key, String.valueOf(value)) ? new Hidden(value) : new Plain(value);
    }
}
