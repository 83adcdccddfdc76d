// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanFiles;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.cli.report.Console;
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
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo --out my.plan   # then: apply my.plan",
            "  shakebook plan playbooks/my-playbook.yaml -i inventories/demo --format markdown",
            ""
        })
public final class PlanVerb implements Callable<Integer> {
    private final Console console;
    private final Session.Opener opener;
    private final PlanFiles files;
    private final String program;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    @Option(names = "--exit-code", description = "End with 2 if there are changes.")
    boolean exitCode;

    @Option(names = "--format", description = "How to print the plan: ${COMPLETION-CANDIDATES}.", paramLabel = "FORMAT")
    PlanFormat format = PlanFormat.text;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also keep the plan in a file, for show and apply; with --quiet only its digest is printed.")
    Optional<String> out = Optional.empty();

    public PlanVerb(Surroundings around, Session.Opener opener, PlanFiles files) {
        this.console = around.console();
        this.program = around.program();
        this.opener = opener;
        this.files = files;
    }

    @Override
    public Integer call() throws Exception {
        PlanRequest request = playbook.request();
        try (Session session = opener.open(request)) {
            Planned planned = session.plan();
            if (planned.preview()) {
                return preview(planned, request).number();
            }
            if (out.isPresent()) {
                files.write(out.get(), planned.file().get());
            }
            boolean digestOnly = common.quiet && out.isPresent();
            console.result(
                    digestOnly
                            ? planned.digest().orElseThrow() + "\n"
                            : format.of(planned, console.screen(), next(planned, request)));
            boolean changes = exitCode && planned.plan().changesAnything();
            return (changes ? ExitCode.CHANGES_PENDING : ExitCode.DONE).number();
        }
    }

    /** A preview is not to be saved, so it is never printed as a plan file. */
    private ExitCode preview(Planned planned, PlanRequest request) {
        if (format == PlanFormat.json) {
            console.note(PlanFormat.text.of(planned, console.screen(), Optional.empty()));
            return Failures.preview(console, planned, "no plan file was printed and nothing was written");
        }
        console.result(format.of(planned, console.screen(), Optional.empty()));
        String kept =
                out.map(file -> "a preview is not kept in \"" + file + "\"; ").orElse("");
        return Failures.preview(console, planned, kept + "nothing was written");
    }

    private Optional<String> next(Planned planned, PlanRequest request) {
        TypedCommand command = out.map(file -> new TypedCommand(program, "apply", file))
                .orElseGet(() -> new TypedCommand(program, "run", request));
        return Optional.of(command.toString()).filter(any -> planned.plan().changesAnything());
    }
}
