// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.InventoryDraft;
import io.shakebook.cli.InventoryStart;
import io.shakebook.cli.ShellWords;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.InventoryDraftReport;
import io.shakebook.cli.report.InventoryDraftText;
import java.util.ArrayList;
import java.util.List;

/** Starts an inventory: drafts it, writes or shows it, and says how to go on. */
final class InventoryInit {
    private final Console console;
    private final String program;
    private final InventoryStart start;

    InventoryInit(Surroundings around, InventoryStart start) {
        this.console = around.console();
        this.program = around.program();
        this.start = start;
    }

    ExitCode start(InventoryStart.Request request, boolean quiet) throws Exception {
        InventoryDraft draft = start.draft(request);
        String text = new InventoryDraftText().of(draft);
        if (request.folder().isPresent()) {
            console.result(start.save(request.folder().get(), text) + "\n");
        } else {
            console.result(text);
        }
        if (!quiet) {
            console.note(new InventoryDraftReport(console.noteScreen()).text(draft, next(request)));
        }
        return ExitCode.DONE;
    }

    /** To look at what was written, or to write it. */
    private String next(InventoryStart.Request request) {
        if (request.folder().isPresent()) {
            return ShellWords.join(
                    List.of(program, "clusters", "-i", request.folder().get()));
        }
        List<String> words = new ArrayList<>(List.of(program, "inventory", "init"));
        request.contexts().forEach(context -> words.addAll(List.of("--context", context)));
        request.kubeconfig().ifPresent(path -> words.addAll(List.of("--kubeconfig", path)));
        words.addAll(List.of("-o", "DIR"));
        return ShellWords.join(words);
    }
}
