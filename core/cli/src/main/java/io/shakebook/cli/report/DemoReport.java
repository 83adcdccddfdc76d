// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.Demo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The embedded clusters, in words. */
public final class DemoReport {
    private static final int COLUMN = 14;
    private final Screen screen;

    public DemoReport(Screen screen) {
        this.screen = screen;
    }

    public String serving(Path kubeconfig, List<Demo.State> clusters) {
        Page page = new Page(screen);
        clusters.forEach(
                cluster -> page.line("serving " + Escaped.of(cluster.cluster()) + " at " + cluster.endpoint()));
        List<String> words = new ArrayList<>(List.of("kubectl", "--kubeconfig '" + kubeconfig + "'"));
        clusters.stream().limit(1).forEach(cluster -> words.add("--context " + Escaped.of(cluster.cluster())));
        words.add("get pods -A");
        page.command("try:  ", words);
        page.line("Ctrl-C ends it; what the clusters hold is kept.");
        return page.toString();
    }

    public String status(List<Demo.State> clusters) {
        Page page = new Page(screen);
        if (clusters.isEmpty()) {
            page.line("This inventory has no embedded clusters.");
        }
        for (Demo.State cluster : clusters) {
            String at = cluster.endpoint().isEmpty() ? "not served now" : "served at " + cluster.endpoint();
            page.entry(Tone.STRONG, Escaped.of(cluster.cluster()), COLUMN, at, "");
            state(page, cluster.folder().toString());
            String objects =
                    cluster.objects().isEmpty() ? "as the inventory starts it" : String.join(", ", cluster.objects());
            page.entry(Tone.PLAIN, "  objects", COLUMN, Escaped.of(objects), "");
        }
        return page.toString();
    }

    /** On a line of its own if it is long: a path that the screen cuts is hard to read and to copy. */
    private void state(Page page, String folder) {
        if (COLUMN + folder.length() <= screen.width()) {
            page.entry(Tone.PLAIN, "  state", COLUMN, folder, "");
        } else {
            page.line("  state").line("    " + folder);
        }
    }

    public String reset(List<String> clusters) {
        return clusters.isEmpty()
                ? "This inventory has no embedded clusters.\n"
                : "Reset " + Escaped.of(String.join(", ", clusters)) + ": as the inventory starts "
                        + (clusters.size() == 1 ? "it" : "them") + ".\n";
    }
}
