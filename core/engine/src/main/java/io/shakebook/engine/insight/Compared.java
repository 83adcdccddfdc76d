// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Content.Plain;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.planning.ParameterReader.Parameters;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.TreePaths;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One side of a comparison.
 *
 * @param sections of the listing; a cluster that starts from a file has what is in it beside its own fields
 * @param playbooks what they resolve to with this inventory, by path as typed
 */
public record Compared(
        Inventory inventory,
        Listing listing,
        Map<String, Map<String, Fields>> sections,
        Map<String, Parameters> playbooks) {
    public Compared {
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        playbooks = Collections.unmodifiableMap(new LinkedHashMap<>(playbooks));
    }

    /** @param tree that the inventory was read from */
    public static Compared of(
            Catalog catalog, Inventory inventory, SourceTree tree, Map<String, Parameters> playbooks) {
        Listing listing = new Lister(catalog).list(inventory, tree.revision(), List.of());
        Map<String, Map<String, Fields>> sections = new LinkedHashMap<>(listing.sections());
        Map<String, Fields> clusters = new LinkedHashMap<>();
        listing.clusters().forEach((name, cluster) -> clusters.put(name, withSeed(cluster, tree)));
        sections.put(Listing.CLUSTERS, clusters);
        return new Compared(inventory, listing, sections, playbooks);
    }

    /** The fields of a cluster or an entry. */
    Fields thing(Named name) {
        return sections.getOrDefault(name.section(), Map.of()).getOrDefault(name.name(), new Fields(Map.of()));
    }

    private static Fields withSeed(Fields cluster, SourceTree tree) {
        Map<String, Content> fields = new LinkedHashMap<>(cluster.fields());
        if (fields.get("embedded") instanceof Plain path) {
            TreePaths.inside("", "", String.valueOf(path.value()))
                    .flatMap(inside -> bytes(tree, inside))
                    .ifPresent(bytes -> fields.put("embedded objects", new Plain(digest(bytes))));
        }
        return new Fields(fields);
    }

    /** The inventory is right, so the file was there a moment ago. */
    private static Optional<byte[]> bytes(SourceTree tree, String path) {
        try {
            return tree.read(path);
        } catch (SourceTree.Unreadable gone) {
            return Optional.empty();
        }
    }

    /** Enough of it to tell one file from another. */
    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", e);
        }
    }
}
