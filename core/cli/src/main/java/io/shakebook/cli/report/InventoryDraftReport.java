// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.InventoryDraft;
import io.shakebook.cli.InventoryDraft.Stub;
import java.util.stream.Collectors;

/** What is to be said of a new inventory, beside its text. */
public final class InventoryDraftReport {
    private final Screen screen;

    public InventoryDraftReport(Screen screen) {
        this.screen = screen;
    }

    /** @param next the command that comes next */
    public String text(InventoryDraft draft, String next) {
        Page page = new Page(screen);
        draft.clusters().stream()
                .filter(cluster -> !cluster.missing().isEmpty())
                .forEach(cluster -> page.paragraph(
                        Tone.CHANGE, "! ", Escaped.of(cluster.name()) + ": " + Escaped.of(cluster.missing())));
        if (!draft.stubs().isEmpty()) {
            page.paragraph(
                    Tone.PLAIN,
                    "",
                    "To be filled in by you: "
                            + draft.stubs().stream().map(Stub::type).collect(Collectors.joining(", "))
                            + ". The file has an example of each.");
        }
        page.line("next:  " + next);
        return page.toString();
    }
}
