// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Session;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.DriftJson;
import io.shakebook.cli.report.DriftReport;
import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.drift.Standing;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shakebook drift}. */
@Command(
        name = "drift",
        description = "Show what is not as the playbook says, who changed it and when. Only reads.",
        footer = {
            "",
            "Examples:",
            "  shakebook drift playbooks/my-playbook.yaml -i inventories/demo",
            "  shakebook drift playbooks/my-playbook.yaml -i inventories/demo --exit-code   # 2 if anything differs",
            "  shakebook drift playbooks/my-playbook.yaml -i inventories/demo --format json",
            ""
        })
public final class DriftVerb implements Callable<Integer> {
    private final Console console;
    private final Session.Opener opener;
    private final String program;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    @Option(names = "--exit-code", description = "End with 2 if anything differs.")
    boolean exitCode;

    @Option(names = "--format", description = "How to print it: ${COMPLETION-CANDIDATES}.", paramLabel = "FORMAT")
    Format format = Format.text;

    /** Named as they are typed. */
    enum Format {
        text,
        json
    }

    public DriftVerb(Surroundings around, Session.Opener opener) {
        this.console = around.console();
        this.program = around.program();
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        PlanRequest request = playbook.request();
        try (Session session = opener.open(request)) {
            Drift drift = session.drift();
            console.result(format == Format.json ? DriftJson.text(drift) : text(drift, request));
            return code(drift).number();
        }
    }

    private String text(Drift drift, PlanRequest request) {
        Optional<String> next = Optional.of(new TypedCommand(program, "plan", request).toString())
                .filter(command -> drift.differs());
        return new DriftReport(console.screen()).text(drift, next);
    }

    /** What could not be compared comes first: a report with gaps is no proof that nothing differs. */
    private ExitCode code(Drift drift) {
        if (!drift.unreachable().isEmpty()) {
            return ExitCode.UNREACHABLE;
        }
        if (!drift.unread().isEmpty() || drift.count(Standing.UNKNOWN) > 0) {
            return ExitCode.REFUSED;
        }
        return exitCode && drift.differs() ? ExitCode.CHANGES_PENDING : ExitCode.DONE;
    }
}
