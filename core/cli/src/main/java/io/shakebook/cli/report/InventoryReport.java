// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.insight.Content;
import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Listing;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;

/** What an inventory says, with the place of each value if that is asked. */
public final class InventoryReport {
    private static final int COLUMN = 30;
    private static final String GIT = "git:";
    private final Page page;
    private final Listing listing;
    private final boolean origins;

    /** @param origins whether to say where each value stands and what it overrides */
    public InventoryReport(Screen screen, Listing listing, boolean origins) {
        this.page = new Page(screen);
        this.listing = listing;
        this.origins = origins;
    }

    public String text() {
        page.line(Tone.STRONG, Escaped.of("Inventory  " + listing.name()));
        if (!listing.summary().isEmpty()) {
            page.paragraph(Tone.PLAIN, "  ", Escaped.of(listing.summary()));
        }
        listing.clusters().forEach((name, cluster) -> thing("cluster " + name, Listing.CLUSTERS + "." + name, cluster));
        listing.entries()
                .forEach((type, entries) ->
                        entries.forEach((name, entry) -> thing(type + " " + name, type + "." + name, entry)));
        listing.groups().forEach(this::group);
        if (!listing.parameters().isEmpty()) {
            page.blank().line(Tone.STRONG, "parameters");
            listing.parameters().forEach((name, value) -> field("  ", name, value, "parameters." + name));
        }
        return page.toString();
    }

    private void thing(String title, String path, Fields fields) {
        title(title, path);
        fields.fields().forEach((name, value) -> field("  ", name, value, path + "." + name));
    }

    private void title(String title, String path) {
        page.blank().entry(Tone.STRONG, Escaped.of(title), COLUMN, "", place(path, ""));
    }

    private void field(String indent, String name, Content value, String path) {
        String label = Escaped.of(indent + name);
        if (value instanceof Fields map && !map.fields().isEmpty()) {
            page.line(label);
            map.fields().forEach((key, inner) -> field(indent + "  ", key, inner, path + "." + key));
            return;
        }
        String words = ContentWords.of(value);
        page.entry(Tone.PLAIN, label, COLUMN, words, place(path, "default"));
        if (origins) {
            listing.overridden(path)
                    .forEach(over -> page.paragraph(Tone.PLAIN, " ".repeat(COLUMN), Escaped.of(over(over, words))));
        }
    }

    private static String over(String overridden, String words) {
        return (overridden.equals("the default " + words) ? "the same as " : "instead of ") + overridden;
    }

    private void group(String name, List<String> members) {
        title("group " + name, "groups." + name);
        page.paragraph(Tone.PLAIN, "  ", Escaped.of(String.join(", ", members)));
    }

    private String place(String path, String otherwise) {
        if (!origins) {
            return "";
        }
        return listing.origin(path)
                .map(at -> Escaped.of(place(at, listing.revision())))
                .orElse(otherwise);
    }

    /** {@code file:line}, with the commit if the files come from one: a plain folder has none. */
    static String place(Position at, String revision) {
        boolean commit = revision.startsWith(GIT);
        String suffix = commit ? "@" + revision.substring(GIT.length()) : "";
        String file =
                at.file().endsWith(suffix) ? at.file().substring(0, at.file().length() - suffix.length()) : at.file();
        return file + ":" + at.line() + suffix;
    }
}
