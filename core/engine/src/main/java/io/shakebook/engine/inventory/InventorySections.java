// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sections of an inventory, all its files put together: {@code clusters}, {@code redis} and so on. */
final class InventorySections {
    private static final Set<String> WORDS = Set.of("inventory", "summary", "include");
    private static final Set<String> FIRST_ONLY = Set.of("inventory", "summary", "include", DemandParser.SECTION);

    private final String name;
    private final String summary;
    private final List<Entry> keys = new ArrayList<>();
    private final Map<String, List<Entry>> sections = new LinkedHashMap<>();

    private InventorySections(String name, String summary) {
        this.name = name;
        this.summary = summary;
    }

    static InventorySections merged(String name, String summary, List<Mapping> files, Problems problems) {
        InventorySections merged = new InventorySections(name, summary);
        Map<String, Position> seen = new HashMap<>();
        for (Mapping file : files) {
            for (Entry section : file.entries()) {
                boolean word = WORDS.contains(section.name());
                if (FIRST_ONLY.contains(section.name()) && file != files.get(0)) {
                    problems.error(
                            "unknown-key",
                            "\"" + section.name() + "\" stands in inventory.yaml only",
                            section.key().at(),
                            "delete it here");
                }
                if (!word) {
                    merged.add(section, seen, problems);
                }
            }
        }
        return merged;
    }

    private void add(Entry section, Map<String, Position> seen, Problems problems) {
        keys.add(section);
        if (!(section.value() instanceof Mapping entries)) {
            if (!(section.value() instanceof YamlNode.Faulty)) {
                problems.error(
                        "wrong-type",
                        "\"" + section.name() + "\" must be a map, but this is "
                                + section.value().kind(),
                        section.value().at(),
                        "write \"name: …\" below it, indented");
            }
            return;
        }
        for (Entry entry : entries.entries()) {
            Position first = seen.putIfAbsent(
                    section.name() + "." + entry.name(), entry.key().at());
            if (first != null) {
                problems.error(
                        "duplicate-key",
                        "\"" + entry.name() + "\" stands twice in \"" + section.name() + "\"",
                        entry.key().at(),
                        "rename one; the first is at " + first);
            } else {
                sections.computeIfAbsent(section.name(), key -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    void checkKeys(List<String> known, Problems problems) {
        Set<String> reported = new HashSet<>();
        for (Entry key : keys) {
            if (!known.contains(key.name()) && reported.add(key.key().at().toString())) {
                problems.error(
                        "unknown-key",
                        "\"" + key.name() + "\" is no section of an inventory",
                        key.key().at(),
                        Nearest.remedy(key.name(), "sections", known));
            }
        }
    }

    String name() {
        return name;
    }

    String summary() {
        return summary;
    }

    List<Entry> entries(String section) {
        return sections.getOrDefault(section, List.of());
    }

    Map<String, List<Entry>> all() {
        return sections;
    }
}
