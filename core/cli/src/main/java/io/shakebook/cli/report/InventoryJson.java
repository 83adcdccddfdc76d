// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Listing;
import io.shakebook.engine.source.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An inventory for other programs; the form is described in {@code docs/inventory-reference.md}. */
public final class InventoryJson {
    /** Changes when a member is taken away or means something else; a new member is no new format. */
    static final String FORMAT = "shakebook.inventory/1";

    private final Listing listing;

    public InventoryJson(Listing listing) {
        this.listing = listing;
    }

    /** @param origins whether to say where each value stands and what it overrides */
    public String text(boolean origins) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("name", listing.name());
        tree.put("summary", listing.summary());
        tree.put("revision", listing.revision());
        tree.put("clusters", things(listing.clusters()));
        Map<String, Object> entries = new LinkedHashMap<>();
        listing.entries().forEach((type, named) -> entries.put(type, things(named)));
        tree.put("entries", entries);
        tree.put("groups", listing.groups());
        tree.put("parameters", ContentWords.tree(new Fields(listing.parameters())));
        if (origins) {
            tree.put("origins", origins());
        }
        return Json.pretty(tree);
    }

    private static Map<String, Object> things(Map<String, Fields> things) {
        Map<String, Object> tree = new LinkedHashMap<>();
        things.forEach((name, fields) -> tree.put(name, ContentWords.tree(fields)));
        return tree;
    }

    /** By path. */
    private Map<String, Object> origins() {
        Map<String, Object> tree = new LinkedHashMap<>();
        listing.origins().forEach((path, at) -> {
            Map<String, Object> origin = new LinkedHashMap<>();
            origin.put("file", at.file());
            origin.put("line", (long) at.line());
            List<String> overrides = new ArrayList<>(listing.overridden(path));
            if (!overrides.isEmpty()) {
                origin.put("overrides", overrides);
            }
            tree.put(path, origin);
        });
        return tree;
    }
}
