// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Links;
import io.shakebook.engine.insight.Listing;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the parts of an inventory hang together: groups, entries, clusters; for people and for drawing programs. */
public final class InventoryGraphReport {
    private final Listing listing;
    private final Map<Named, List<Links.Link>> links;
    private final Map<Named, String> ids = new LinkedHashMap<>();

    public InventoryGraphReport(Listing listing) {
        this.listing = listing;
        this.links = new Links(listing).all();
        links.keySet().forEach(one -> ids.put(one, "n" + ids.size()));
    }

    public String text(GraphReport.Format format) {
        return switch (format) {
            case tree -> tree();
            case dot -> dot();
            case mermaid -> mermaid();
        };
    }

    /** From what nothing refers to down to the clusters. */
    private String tree() {
        StringBuilder text = new StringBuilder(Escaped.of(listing.name())).append('\n');
        Set<Named> below = new LinkedHashSet<>();
        links.values().forEach(all -> all.forEach(link -> below.add(link.to())));
        links.keySet().stream()
                .filter(one -> !below.contains(one))
                .forEach(one -> branch(text, "  ", title(one), links.getOrDefault(one, List.of())));
        return text.toString();
    }

    private void branch(StringBuilder text, String indent, String title, List<Links.Link> further) {
        text.append(indent).append(title).append('\n');
        further.forEach(link -> branch(
                text,
                indent + "  ",
                Escaped.of(link.by().isEmpty() ? "" : link.by() + ": ") + title(link.to()),
                links.getOrDefault(link.to(), List.of())));
    }

    private static String title(Named one) {
        return Escaped.of(kind(one) + " " + one.name());
    }

    private static String kind(Named one) {
        return switch (one.section()) {
            case Listing.CLUSTERS -> "cluster";
            case Links.GROUPS -> "group";
            default -> one.section();
        };
    }

    private String dot() {
        StringBuilder text = new StringBuilder("digraph inventory {\n  rankdir=LR;\n  node [shape=box];\n");
        ids.forEach((one, id) -> text.append("  ")
                .append(id)
                .append(" [label=")
                .append(GraphReport.dotText(kind(one) + " " + one.name()))
                .append("];\n"));
        links.forEach((from, all) -> all.forEach(link -> text.append("  ")
                .append(ids.get(from))
                .append(" -> ")
                .append(ids.get(link.to()))
                .append(link.by().isEmpty() ? "" : " [label=" + GraphReport.dotText(link.by()) + "]")
                .append(";\n")));
        return text.append("}\n").toString();
    }

    private String mermaid() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        ids.forEach((one, id) -> text.append("  ")
                .append(id)
                .append('[')
                .append(GraphReport.mermaidText(kind(one) + " " + one.name()))
                .append("]\n"));
        links.forEach((from, all) -> all.forEach(link -> text.append("  ")
                .append(ids.get(from))
                .append(" -->")
                .append(link.by().isEmpty() ? "" : "|" + GraphReport.mermaidText(link.by()) + "|")
                .append(' ')
                .append(ids.get(link.to()))
                .append('\n')));
        return text.toString();
    }
}
