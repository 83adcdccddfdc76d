// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.ClusterEntry.Embedded;
import io.shakebook.engine.change.ClusterEntry.Kubeconfig;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an inventory says, with the place of each value. */
public final class InventoryReport {
    private static final int COLUMN = 30;
    private final Screen screen;
    private final Values values = new Values(List.of());

    public InventoryReport(Screen screen) {
        this.screen = screen;
    }

    public String text(Inventory inventory) {
        Page page = new Page(screen);
        page.line(Tone.STRONG, Escaped.of("Inventory  " + inventory.name()));
        if (!inventory.summary().isEmpty()) {
            page.paragraph(Tone.PLAIN, "  ", Escaped.of(inventory.summary()));
        }
        inventory.clusters().values().forEach(cluster -> cluster(page, cluster, inventory));
        inventory
                .entries()
                .forEach(
                        (type, entries) -> entries.forEach((name, entry) -> entry(page, type, name, entry, inventory)));
        groups(page, inventory);
        parameters(page, inventory);
        return page.toString();
    }

    private void cluster(Page page, ClusterEntry cluster, Inventory inventory) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (cluster.access() instanceof Embedded embedded) {
            fields.put("embedded", embedded.seed());
        } else if (cluster.access() instanceof Kubeconfig access) {
            access.path().ifPresent(path -> fields.put("kubeconfig", path));
            fields.put("context", access.context());
            access.server().ifPresent(server -> fields.put("server", server));
            access.identity().ifPresent(identity -> fields.put("identity", identity));
        }
        cluster.namespace().ifPresent(namespace -> fields.put("namespace", namespace));
        cluster.nodeAddress().ifPresent(address -> fields.put("node-address", address));
        fields.put("parallel", (long) cluster.parallel());
        title(page, "cluster", cluster.name(), inventory.origins().get("clusters." + cluster.name()));
        fields(page, fields, "clusters." + cluster.name(), inventory);
    }

    private void entry(Page page, String type, String name, Record entry, Inventory inventory) {
        title(page, type, name, inventory.origins().get(type + "." + name));
        Map<String, Object> fields = new LinkedHashMap<>(RecordTree.toTree(entry));
        fields.remove("name");
        fields(page, fields, type + "." + name, inventory);
    }

    private static void title(Page page, String type, String name, @Nullable Position at) {
        page.blank().entry(Tone.STRONG, Escaped.of(type + " " + name), COLUMN, "", at == null ? "" : place(at));
    }

    private void fields(Page page, Map<?, ?> fields, String path, Inventory inventory) {
        fields.forEach((name, value) -> field(page, "  ", name, value, path + "." + name, inventory));
    }

    private void field(Page page, String indent, Object name, Object value, String path, Inventory inventory) {
        String label = indent + name;
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            leaf(page, label, shown(value), path, inventory);
        } else if (named(map, path, inventory)) {
            leaf(page, label, String.valueOf(map.get("name")), path, inventory);
        } else {
            page.line(Escaped.of(label));
            map.forEach((key, inner) -> field(page, indent + "  ", key, inner, path + "." + key, inventory));
        }
    }

    /** Whether the file gives another thing of the inventory by its name, where the tree holds that thing as a whole. */
    private static boolean named(Map<?, ?> thing, String path, Inventory inventory) {
        boolean writtenAsOneValue =
                inventory.origins().containsKey(path) && !inventory.origins().containsKey(path + ".name");
        return writtenAsOneValue && thing.containsKey("name");
    }

    private static void leaf(Page page, String label, String words, String path, Inventory inventory) {
        String origin = Optional.ofNullable(inventory.origins().get(path))
                .map(InventoryReport::place)
                .orElse("default");
        page.entry(Tone.PLAIN, Escaped.of(label), COLUMN, words, origin);
    }

    private String shown(Object value) {
        Optional<SecretRef> secret = value instanceof Text text ? secret(text) : Optional.empty();
        return secret.map(ref -> Escaped.of("secret " + ref.source())).orElseGet(() -> values.value(value));
    }

    private static Optional<SecretRef> secret(Text text) {
        return text.parts().stream()
                .filter(Text.Secret.class::isInstance)
                .map(part -> ((Text.Secret) part).ref())
                .findFirst();
    }

    private static void groups(Page page, Inventory inventory) {
        inventory.groups().forEach((name, members) -> {
            title(page, "group", name, inventory.origins().get("groups." + name));
            page.paragraph(Tone.PLAIN, "  ", Escaped.of(String.join(", ", members)));
        });
    }

    private static void parameters(Page page, Inventory inventory) {
        if (!inventory.parameters().isEmpty()) {
            page.blank().line(Tone.STRONG, "parameters");
        }
        inventory
                .parameters()
                .forEach((name, value) -> page.entry(
                        Tone.PLAIN, Escaped.of("  " + name), COLUMN, Escaped.of(written(value)), place(value.at())));
    }

    private static String written(YamlNode value) {
        return value instanceof YamlNode.Scalar scalar ? scalar.text() : value.kind();
    }

    private static String place(Position at) {
        return Escaped.of(at.file() + ":" + at.line());
    }
}
