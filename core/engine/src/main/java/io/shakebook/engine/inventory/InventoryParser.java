// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads an inventory: {@code inventory.yaml} of a folder, and the files that it includes. */
public final class InventoryParser {
    public static final String FILE = "inventory.yaml";

    /** All keys of an inventory that are no inventory type. */
    public static final List<String> KEYS =
            List.of("inventory", "summary", "include", DemandParser.SECTION, "clusters", "groups", "parameters");

    private final Catalog catalog;
    private final Problems problems;

    public InventoryParser(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** @return empty if it is wrong; every mistake in it was reported then */
    public Optional<Inventory> parse(SourceTree tree) {
        Problems own = new Problems();
        Optional<InventorySections> sections = new InventoryFiles(tree, own).read();
        Optional<Inventory> inventory = sections.map(all -> read(all, tree, own));
        problems.addAll(sections.map(all -> PasswordWarning.added(all, own)).orElseGet(own::all));
        return own.hasErrors() ? Optional.empty() : inventory;
    }

    private Inventory read(InventorySections sections, SourceTree tree, Problems own) {
        List<String> keys = new ArrayList<>(KEYS);
        keys.addAll(catalog.types().keySet());
        sections.checkKeys(keys, own);
        ClusterParser clusters = new ClusterParser(tree, own);
        Map<String, Optional<ClusterEntry>> parsed = clusters.clusters(sections.entries("clusters"));
        EntryBinder binder = new EntryBinder(catalog, sections, parsed, own);
        Map<String, Map<String, Record>> entries = binder.all();
        Map<String, ClusterEntry> known = new LinkedHashMap<>();
        parsed.forEach((name, cluster) -> cluster.ifPresent(entry -> known.put(name, entry)));
        Set<String> names = new TreeSet<>();
        catalog.types().keySet().forEach(type -> sections.entries(type).forEach(entry -> names.add(entry.name())));
        Map<String, YamlNode> parameters = new LinkedHashMap<>();
        sections.entries("parameters").forEach(entry -> parameters.put(entry.name(), entry.value()));
        Map<String, Position> origins = new LinkedHashMap<>();
        sections.all()
                .forEach((section, list) ->
                        list.forEach(entry -> origins(section + "." + entry.name(), entry, origins)));
        return new Inventory(
                sections.name(),
                sections.summary(),
                DemandParser.parse(sections.entries(DemandParser.SECTION), own),
                known,
                entries,
                groups(sections, names, own),
                parameters,
                origins);
    }

    private static Map<String, List<String>> groups(InventorySections sections, Set<String> names, Problems problems) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Entry group : sections.entries("groups")) {
            Mapping alone = new Mapping(group.key().at(), List.of(group));
            List<Scalar> members = new KeyReader(alone, "a group", problems).texts(group.name());
            for (Scalar member : members) {
                if (!names.contains(member.text())) {
                    problems.error(
                            "unknown-entry",
                            "the inventory has no entry \"" + member.text() + "\"",
                            member.at(),
                            Nearest.remedy(member.text(), "entries", names));
                }
            }
            groups.put(group.name(), members.stream().map(Scalar::text).toList());
        }
        return groups;
    }

    private static void origins(String path, Entry entry, Map<String, Position> origins) {
        origins.put(path, entry.key().at());
        if (entry.value() instanceof Mapping mapping) {
            mapping.entries().forEach(inner -> origins(path + "." + inner.name(), inner, origins));
        }
    }
}
