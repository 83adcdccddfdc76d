// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.InventoryDraft;
import io.shakebook.cli.InventoryReading;
import io.shakebook.cli.InventoryStart;
import io.shakebook.cli.ShellWords;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.InventoryDraftReport;
import io.shakebook.cli.report.InventoryDraftText;
import io.shakebook.cli.report.InventoryReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shakebook inventory}. */
@Command(
        name = "inventory",
        description = "Look at an inventory, or start one.",
        footer = {
            "",
            "Examples:",
            "  shakebook inventory show -i inventories/demo",
            "  shakebook inventory init --context admin@prod-a --context admin@prod-b -o inventories/prod",
            "  shakebook inventory init --context admin@prod-a --kubeconfig ~/.kube/prod-a    # only shows it",
            ""
        })
public final class InventoryVerb {
    private final Console console;
    private final InventoryReading inventories;
    private final InventoryStart start;
    private final String program;

    @Mixin
    CommonOptions common = new CommonOptions();

    public InventoryVerb(Surroundings around, InventoryReading inventories, InventoryStart start) {
        this.console = around.console();
        this.program = around.program();
        this.inventories = inventories;
        this.start = start;
    }

    @Command(name = "show", description = "Show clusters, entries, groups and parameters, and where each value stands.")
    int show(@Mixin InventoryOption where, @Mixin CommonOptions options) throws Exception {
        console.result(new InventoryReport(console.screen()).text(inventories.read(where.inventory)));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "init",
            description =
                    "Write the beginning of an inventory from contexts of a kubeconfig. The clusters are asked who"
                            + " they are; nothing is written there, and no file is overwritten.",
            footer = {
                "",
                "Examples:",
                "  shakebook inventory init --context admin@prod-a --context admin@prod-b -o inventories/prod",
                "  shakebook inventory init --context admin@prod-a --kubeconfig ~/.kube/prod-a    # only shows it",
                ""
            })
    int init(
            @Option(
                            names = "--context",
                            required = true,
                            paramLabel = "CONTEXT",
                            description = "A context of the kubeconfig; may be repeated.")
                    List<String> contexts,
            @Option(
                            names = "--kubeconfig",
                            paramLabel = "FILE",
                            description = "The kubeconfig; without it those of KUBECONFIG, else ~/.kube/config.")
                    Optional<String> kubeconfig,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "DIR",
                            description = "The new inventory's folder; without it the inventory is only shown.")
                    Optional<String> folder,
            @Mixin CommonOptions options)
            throws Exception {
        InventoryDraft draft = start.draft(new InventoryStart.Request(contexts, kubeconfig, folder));
        String text = new InventoryDraftText().of(draft);
        if (folder.isPresent()) {
            console.result(start.save(folder.get(), text) + "\n");
        } else {
            console.result(text);
        }
        if (!options.quiet) {
            console.note(
                    new InventoryDraftReport(console.noteScreen()).text(draft, next(contexts, kubeconfig, folder)));
        }
        return ExitCode.DONE.number();
    }

    /** To look at what was written, or to write it. */
    private String next(List<String> contexts, Optional<String> kubeconfig, Optional<String> folder) {
        if (folder.isPresent()) {
            return ShellWords.join(List.of(program, "clusters", "-i", folder.get()));
        }
        List<String> words = new ArrayList<>(List.of(program, "inventory", "init"));
        contexts.forEach(context -> words.addAll(List.of("--context", context)));
        kubeconfig.ifPresent(path -> words.addAll(List.of("--kubeconfig", path)));
        words.addAll(List.of("-o", "DIR"));
        return ShellWords.join(words);
    }
}
