// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.InventoryReading;
import io.shakebook.cli.InventoryStart;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.DiagnosticsReport;
import io.shakebook.cli.report.DifferenceJson;
import io.shakebook.cli.report.DifferenceReport;
import io.shakebook.cli.report.GraphReport;
import io.shakebook.cli.report.InventoryCounts;
import io.shakebook.cli.report.InventoryGraphReport;
import io.shakebook.cli.report.InventoryJson;
import io.shakebook.cli.report.InventoryReport;
import io.shakebook.engine.insight.InventoryDifference;
import io.shakebook.engine.insight.Listing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shakebook inventory}. */
@Command(
        name = "inventory",
        description = "Look at an inventory, check it, or start one.",
        footer = {
            "",
            "Examples:",
            "  shakebook inventory show -i inventories/demo --origin",
            "  shakebook inventory check -i inventories/demo",
            "  shakebook inventory init --context admin@prod-a --context admin@prod-b -o inventories/prod",
            "  shakebook inventory init --context admin@prod-a --kubeconfig ~/.kube/prod-a    # only shows it",
            ""
        })
public final class InventoryVerb {
    private static final String FORMATS = "How to print it: ${COMPLETION-CANDIDATES}.";
    private final Console console;
    private final InventoryReading inventories;
    private final InventoryInit init;

    @Mixin
    CommonOptions common = new CommonOptions();

    public InventoryVerb(Surroundings around, InventoryReading inventories, InventoryStart start) {
        this.console = around.console();
        this.inventories = inventories;
        this.init = new InventoryInit(around, start);
    }

    /** How a list of values is printed; named as typed. */
    enum Format {
        text,
        json
    }

    @Command(
            name = "show",
            description = "Show the clusters, entries, groups and parameters as they are resolved.",
            footer = {
                "",
                "Examples:",
                "  shakebook inventory show -i inventories/demo",
                "  shakebook inventory show -i inventories/demo --origin --playbook playbooks/redis-dr/sync.yaml",
                ""
            })
    int show(
            @Mixin InventoryOption where,
            @Option(names = "--origin", description = "Say where each value stands, and what it is instead of.")
                    boolean origin,
            @Option(
                            names = "--playbook",
                            paramLabel = "FILE",
                            description = "A playbook whose defaults the parameters may override, for --origin; may be"
                                    + " repeated.")
                    @Nullable
                    List<String> playbooks,
            @Option(names = "--format", description = FORMATS, paramLabel = "FORMAT", defaultValue = "text")
                    Format format,
            @Mixin CommonOptions options)
            throws Exception {
        Listing listing = inventories.list(where.inventory, playbooks == null ? List.of() : playbooks);
        console.result(
                format == Format.json
                        ? new InventoryJson(listing).text(origin)
                        : new InventoryReport(console.screen(), listing, origin).text());
        return ExitCode.DONE.number();
    }

    @Command(
            name = "export",
            description = "Print everything that is resolved for other programs; no value of a secret is in it.",
            footer = {"", "Example:", "  shakebook inventory export -i inventories/demo | jq .clusters", ""})
    int export(
            @Mixin InventoryOption where,
            @Option(
                            names = "--format",
                            description = "How to print it: json.",
                            paramLabel = "FORMAT",
                            defaultValue = "json")
                    ExportFormat format,
            @Mixin CommonOptions options)
            throws Exception {
        console.result(new InventoryJson(inventories.list(where.inventory, List.of())).text(false));
        return ExitCode.DONE.number();
    }

    /** Named as typed. */
    enum ExportFormat {
        json
    }

    @Command(
            name = "graph",
            description = "Show how groups, entries and clusters hang together.",
            footer = {
                "",
                "Examples:",
                "  shakebook inventory graph -i inventories/demo",
                "  shakebook inventory graph -i inventories/demo --format dot | dot -Tsvg > inventory.svg",
                ""
            })
    int graph(
            @Mixin InventoryOption where,
            @Option(names = "--format", description = FORMATS, paramLabel = "FORMAT", defaultValue = "tree")
                    GraphReport.Format format,
            @Mixin CommonOptions options)
            throws Exception {
        Listing listing = inventories.list(where.inventory, List.of());
        console.result(new InventoryGraphReport(listing).text(format));
        return ExitCode.DONE.number();
    }

    @Command(
            name = "check",
            description = "Find every mistake in an inventory, and what is dubious. No cluster is contacted.",
            footer = {"", "Example:", "  shakebook inventory check -i inventories/demo", ""})
    int check(@Mixin InventoryOption where, @Mixin CommonOptions options) throws Exception {
        Listing listing = inventories.list(where.inventory, List.of());
        console.note(new DiagnosticsReport(console.noteScreen()).text(listing.warnings()));
        if (!options.quiet) {
            console.result(new InventoryCounts(listing).text(where.inventory));
        }
        return ExitCode.DONE.number();
    }

    @Command(
            name = "diff",
            description =
                    "Say what changes for whom from one inventory to another: clusters and entries added, removed,"
                            + " renamed, values changed, and what parameters of playbooks resolve to.",
            footer = {
                "",
                "Examples:",
                "  shakebook inventory diff main~3..main -i inventories/prod --playbook playbooks/redis-dr",
                "  shakebook inventory diff inventories/prod inventories/next --exit-code",
                ""
            })
    int diff(
            @Mixin DiffOptions what,
            @Option(names = "--format", description = FORMATS, paramLabel = "FORMAT", defaultValue = "text")
                    Format format,
            @Option(names = "--exit-code", description = "End with 2 if something differs.") boolean exitCode,
            @Mixin CommonOptions options)
            throws Exception {
        InventoryDifference difference = inventories.compare(what.before(), what.after(), what.playbooks);
        console.result(
                format == Format.json
                        ? new DifferenceJson(difference).text()
                        : new DifferenceReport(console.screen(), difference).text());
        return (exitCode && !difference.none() ? ExitCode.CHANGES_PENDING : ExitCode.DONE).number();
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
        return init.start(new InventoryStart.Request(contexts, kubeconfig, folder), options.quiet)
                .number();
    }
}
