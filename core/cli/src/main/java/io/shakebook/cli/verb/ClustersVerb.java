// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ClusterState;
import io.shakebook.cli.ClusterSurvey;
import io.shakebook.cli.ExitCode;
import io.shakebook.cli.report.ClustersJson;
import io.shakebook.cli.report.ClustersReport;
import io.shakebook.cli.report.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shakebook clusters}. */
@Command(
        name = "clusters",
        description = "Show which clusters of an inventory answer, what they are, and who we are to them."
                + " Nothing is written.",
        footer = {
            "",
            "Examples:",
            "  shakebook clusters -i inventories/demo                  # 69 if one of them is dark",
            "  shakebook clusters -i inventories/demo --format json",
            ""
        })
public final class ClustersVerb implements Callable<Integer> {
    private final Console console;
    private final ClusterSurvey survey;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    InventoryOption where = new InventoryOption();

    @Option(names = "--format", description = "How to print it: ${COMPLETION-CANDIDATES}.", paramLabel = "FORMAT")
    Format format = Format.text;

    /** Named as they are typed. */
    enum Format {
        text,
        json
    }

    public ClustersVerb(Console console, ClusterSurvey survey) {
        this.console = console;
        this.survey = survey;
    }

    @Override
    public Integer call() throws Exception {
        List<ClusterState> clusters = survey.look(where.inventory);
        console.result(
                format == Format.json
                        ? new ClustersJson().text(clusters)
                        : new ClustersReport(console.screen()).text(clusters));
        boolean dark = clusters.stream().anyMatch(ClusterState::dark);
        return (dark ? ExitCode.UNREACHABLE : ExitCode.DONE).number();
    }
}
