// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.GraphReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shakebook graph}. */
@Command(
        name = "graph",
        description = "Show what needs what: the phases and steps of a plan.",
        footer = {
            "",
            "Examples:",
            "  shakebook graph playbooks/my-playbook.yaml -i inventories/demo",
            "  shakebook graph playbooks/my-playbook.yaml -i inventories/demo --format dot | dot -Tsvg > plan.svg",
            ""
        })
public final class GraphVerb implements Callable<Integer> {
    private final Console console;
    private final Session.Opener opener;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    @Option(names = "--format", description = "How to print it: ${COMPLETION-CANDIDATES}.", paramLabel = "FORMAT")
    GraphReport.Format format = GraphReport.Format.tree;

    public GraphVerb(Console console, Session.Opener opener) {
        this.console = console;
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        try (Session session = opener.open(playbook.request())) {
            Planned planned = session.plan();
            console.result(new GraphReport(planned.plan()).text(format));
            return (planned.preview() ? Failures.preview(console, planned, "nothing was written") : ExitCode.DONE)
                    .number();
        }
    }
}
