// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordSchema;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.spi.InventoryType;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists an inventory. */
public final class Lister {
    private final Catalog catalog;

    public Lister(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param revision of the files it was read from
     * @param warnings that were found while it was read
     */
    public Listing list(Inventory inventory, String revision, List<Diagnostic> warnings) {
        Contents contents = new Contents(inventory);
        Map<String, Fields> clusters = new LinkedHashMap<>();
        inventory.clusters().forEach((name, cluster) -> clusters.put(name, contents.cluster(cluster)));
        Map<String, Map<String, Fields>> entries = new LinkedHashMap<>();
        inventory.entries().forEach((type, named) -> {
            Map<String, Fields> all = new LinkedHashMap<>();
            named.forEach((name, entry) -> all.put(name, contents.entry(entry)));
            if (!all.isEmpty()) {
                entries.put(type, all);
            }
        });
        Map<String, Content> parameters = new LinkedHashMap<>();
        inventory.parameters().forEach((name, node) -> parameters.put(name, contents.written(name, node)));
        return new Listing(
                inventory.name(),
                inventory.summary(),
                revision,
                clusters,
                entries,
                inventory.groups(),
                parameters,
                inventory.origins(),
                defaults(inventory),
                warnings);
    }

    private Map<String, List<String>> defaults(Inventory inventory) {
        Map<String, List<String>> defaults = new LinkedHashMap<>();
        inventory
                .clusters()
                .keySet()
                .forEach(name -> defaults.put(
                        Listing.CLUSTERS + "." + name + ".parallel",
                        List.of("the default " + ClusterEntry.USUALLY_PARALLEL)));
        for (InventoryType<?> type : catalog.types().values()) {
            List<RecordSchema.Field> fields =
                    RecordSchema.of(type.entry(), catalog).fields();
            inventory
                    .entries()
                    .getOrDefault(type.name(), Map.of())
                    .keySet()
                    .forEach(name -> fields.forEach(field -> field.defaultsTo()
                            .ifPresent(text -> defaults.put(
                                    type.name() + "." + name + "." + field.name(), List.of("the default " + text)))));
        }
        return defaults;
    }
}
