// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.PlanReport;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code shakebook plan}. */
@Command(
        name = "plan",
        description = "Show what a run would change. Nothing is written.",
        footer = {
            "",
            "Examples:",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo --exit-code   # 2 if there are changes",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo --format json > my.plan",
            ""
        })
public final class PlanVerb implements Callable<Integer> {
    private final Console console;
    private final Session.Opener opener;
    private final String program;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    @Option(names = "--exit-code", description = "End with 2 if there are changes.")
    boolean exitCode;

    @Option(names = "--format", description = "How to print the plan: ${COMPLETION-CANDIDATES}.", paramLabel = "FORMAT")
    Format format = Format.text;

    /** Named as they are typed. */
    enum Format {
        text,
        json
    }

    public PlanVerb(Surroundings around, Session.Opener opener) {
        this.console = around.console();
        this.program = around.program();
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        PlanRequest request = playbook.request();
        try (Session session = opener.open(request)) {
            Planned planned = session.plan();
            if (planned.preview()) {
                return preview(planned, request).number();
            }
            console.result(format == Format.json ? planned.file().get() : text(planned, request));
            boolean changes = exitCode && planned.plan().changesAnything();
            return (changes ? ExitCode.CHANGES_PENDING : ExitCode.DONE).number();
        }
    }

    /** A preview is not to be saved, so it is never printed as a plan file. */
    private ExitCode preview(Planned planned, PlanRequest request) {
        String text = text(planned, request);
        if (format == Format.json) {
            console.note(text);
            return Failures.preview(console, planned, "no plan file was printed and nothing was written");
        }
        console.result(text);
        return Failures.preview(console, planned, "nothing was written");
    }

    private String text(Planned planned, PlanRequest request) {
        boolean runnable = !planned.preview() && planned.plan().changesAnything();
        Optional<String> next = Optional.of(new TypedCommand(program, "run", request).toString())
                .filter(command -> runnable);
        return new PlanReport(console.screen()).text(planned.plan(), planned.digest(), next);
    }
}
