// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanFiles;
import io.shakebook.cli.Planned;
import io.shakebook.cli.report.Console;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shakebook show}: what a plan file says. */
@Command(
        name = "show",
        description = "Show a plan that was made before. Nothing is contacted.",
        footer = {
            "",
            "Examples:",
            "  shakebook show my.plan",
            "  shakebook show my.plan --format markdown    # for a merge request's comment",
            ""
        })
public final class ShowVerb implements Callable<Integer> {
    private final Console console;
    private final String program;
    private final PlanFiles files;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The plan file.")
    String file = "";

    @Option(names = "--format", description = "How to show it: ${COMPLETION-CANDIDATES}.", paramLabel = "FORMAT")
    PlanFormat format = PlanFormat.text;

    public ShowVerb(Surroundings around, PlanFiles files) {
        this.console = around.console();
        this.program = around.program();
        this.files = files;
    }

    @Override
    public Integer call() throws Exception {
        Planned planned = files.read(file);
        Optional<String> next = Optional.of(new TypedCommand(program, "apply", file).toString())
                .filter(command -> planned.plan().changesAnything());
        console.result(format.of(planned, console.screen(), next));
        return ExitCode.DONE.number();
    }
}
