// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.ClusterState;
import io.shakebook.cli.ClusterState.Dark;
import io.shakebook.cli.ClusterState.Lit;
import java.util.ArrayList;
import java.util.List;

/** The clusters of an inventory, a line for each; where the screen is narrow, a block for each. */
public final class ClustersReport {
    private static final List<String> HEAD = List.of("cluster", "latency", "version", "we are", "identity");
    private static final String GAP = "  ";
    private static final int COLUMN = 14;

    private final Screen screen;

    public ClustersReport(Screen screen) {
        this.screen = screen;
    }

    public String text(List<ClusterState> clusters) {
        Page page = new Page(screen);
        if (clusters.isEmpty()) {
            return page.line("This inventory has no clusters.").toString();
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        clusters.forEach(cluster -> rows.add(row(cluster)));
        List<Integer> widths = widths(rows);
        int width = widths.stream().mapToInt(one -> one + GAP.length()).sum() - GAP.length();
        if (width <= screen.width()) {
            page.line(Tone.FAINT, line(HEAD, widths));
            clusters.forEach(cluster -> line(page, cluster, widths));
        } else {
            clusters.forEach(cluster -> block(page, cluster));
        }
        pins(page, clusters);
        return page.toString();
    }

    private static void line(Page page, ClusterState cluster, List<Integer> widths) {
        if (cluster.found() instanceof Dark dark) {
            dark(page, cluster, dark, widths.get(0));
        } else {
            page.line(line(row(cluster), widths));
        }
    }

    private static void dark(Page page, ClusterState cluster, Dark dark, int width) {
        page.paragraph(
                Tone.DANGER, Page.pad(Escaped.of(cluster.name()), width) + GAP, "dark: " + Escaped.of(dark.why()));
    }

    /** Only the name of a dark one, which has no other columns. */
    private static List<String> row(ClusterState cluster) {
        String name = Escaped.of(cluster.name());
        return cluster.found() instanceof Lit lit
                ? List.of(name, latency(lit), Escaped.of(lit.version()), Escaped.of(lit.who()), identity(lit))
                : List.of(name);
    }

    private static String latency(Lit lit) {
        return lit.latency().toMillis() + " ms";
    }

    private static String identity(Lit lit) {
        return lit.identity().isEmpty() ? "(may not be read)" : Escaped.of(lit.identity());
    }

    private static List<Integer> widths(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < HEAD.size(); column++) {
            int at = column;
            widths.add(rows.stream()
                    .filter(row -> row.size() > at)
                    .mapToInt(row -> row.get(at).length())
                    .max()
                    .orElse(0));
        }
        return widths;
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(Page.pad(row.get(column), widths.get(column))).append(GAP);
        }
        return line.toString();
    }

    private static void block(Page page, ClusterState cluster) {
        if (cluster.found() instanceof Lit lit) {
            page.line(Tone.STRONG, Escaped.of(cluster.name()));
            page.entry(Tone.PLAIN, "  latency", COLUMN, latency(lit), "");
            page.entry(Tone.PLAIN, "  version", COLUMN, Escaped.of(lit.version()), "");
            page.entry(Tone.PLAIN, "  we are", COLUMN, Escaped.of(lit.who()), "");
            page.entry(Tone.PLAIN, "  identity", COLUMN, identity(lit), "");
        } else if (cluster.found() instanceof Dark dark) {
            dark(page, cluster, dark, 0);
        }
    }

    private static void pins(Page page, List<ClusterState> clusters) {
        for (ClusterState cluster : clusters) {
            if (cluster.found() instanceof Lit lit && !lit.unpinned().isEmpty()) {
                page.blank();
                page.paragraph(
                        Tone.CHANGE,
                        "! ",
                        "The inventory does not pin " + Escaped.of(cluster.name())
                                + ". To refuse any other cluster in its place, write below it:");
                lit.unpinned().forEach(pin -> page.line("    " + Escaped.of(pin)));
            }
        }
    }
}
