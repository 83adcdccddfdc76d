// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.KeptRun;
import io.shakebook.cli.Runs;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.RunJson;
import io.shakebook.cli.report.RunList;
import io.shakebook.cli.report.RunPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shakebook runs}. */
@Command(
        name = "runs",
        description = "Show what is kept of runs, or remove it.",
        footer = {
            "",
            "Examples:",
            "  shakebook runs list",
            "  shakebook runs show last --format markdown    # for a post-mortem",
            "  shakebook runs prune --older-than 30d",
            "  shakebook runs prune --keep 20 --unfinished",
            ""
        })
public final class RunsVerb {
    private final Console console;
    private final Surroundings around;
    private final Function<Optional<String>, Runs> runs;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    /** The forms of a list. Named as they are typed. */
    enum ListFormat {
        text,
        json
    }

    /** The forms of a report. Named as they are typed. */
    enum ReportFormat {
        text,
        markdown,
        json
    }

    /** @param runs by the folder that keeps them */
    public RunsVerb(Surroundings around, Function<Optional<String>, Runs> runs) {
        this.around = around;
        this.console = around.console();
        this.runs = runs;
    }

    @Command(name = "list", description = "List them, the one that began last first, with what comes next.")
    int list(
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            description = "${COMPLETION-CANDIDATES}.",
                            defaultValue = "text")
                    ListFormat format,
            @Mixin StateOption state,
            @Mixin CommonOptions options)
            throws Exception {
        RunList list = new RunList(console.screen(), resume(state));
        List<KeptRun> all = runs.apply(state.folder).all();
        console.result(format == ListFormat.json ? list.json(all) : list.text(all));
        return ExitCode.DONE.number();
    }

    @Command(name = "show", description = "Report on one: planned, approved by whom, done when, measured, failed.")
    int show(
            @Parameters(paramLabel = "RUN", description = "As for resume.") String run,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            description = "${COMPLETION-CANDIDATES}.",
                            defaultValue = "text")
                    ReportFormat format,
            @Mixin StateOption state,
            @Mixin CommonOptions options)
            throws Exception {
        KeptRun kept = runs.apply(state.folder).read(run);
        RunPage page = new RunPage(resume(state));
        console.result(
                switch (format) {
                    case text -> page.text(kept, console.screen());
                    case markdown -> page.markdown(kept);
                    case json -> new RunJson().text(kept);
                });
        return ExitCode.DONE.number();
    }

    @Command(name = "prune", description = "Remove journals and plans of runs; of finished ones unless told otherwise.")
    int prune(
            @Option(
                            names = "--older-than",
                            paramLabel = "AGE",
                            description = "Of runs that began longer ago: 12h, 30d.")
                    Optional<String> age,
            @Option(names = "--keep", paramLabel = "NUMBER", description = "All but the last ones that began.")
                    Optional<Integer> keep,
            @Option(names = "--unfinished", description = "Also of runs that could go on, or are damaged.")
                    boolean unfinished,
            @Mixin StateOption state,
            @Mixin CommonOptions options)
            throws Exception {
        if (age.isEmpty() && keep.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "say which: --older-than AGE, --keep NUMBER, or both");
        }
        Optional<Instant> before = age.map(typed -> around.clock().instant().minus(parsed(typed)));
        List<KeptRun> all = runs.apply(state.folder).all();
        List<KeptRun> spared = new ArrayList<>();
        int removed = 0;
        for (KeptRun run : all.subList(Math.min(all.size(), Math.max(0, keep.orElse(0))), all.size())) {
            Instant began = run.history().at().orElse(Instant.EPOCH);
            if (before.filter(limit -> !began.isBefore(limit)).isPresent()) {
                continue;
            }
            if (run.busy() || run.unfinished() && !unfinished) {
                spared.add(run);
                continue;
            }
            runs.apply(state.folder).remove(run.id());
            removed++;
            console.result("removed " + run.id() + "\n");
        }
        spared.forEach(run -> console.result("kept    " + run.id() + "  "
                + (run.busy() ? "it is being carried out" : "it is not finished; --unfinished removes it too") + "\n"));
        console.result(removed + (removed == 1 ? " run" : " runs") + " removed.\n");
        return ExitCode.DONE.number();
    }

    private UnaryOperator<String> resume(StateOption state) {
        return run -> state.resume(around.program(), run).toString();
    }

    private Duration parsed(String age) {
        String digits = age.substring(0, Math.max(0, age.length() - 1));
        boolean days = age.endsWith("d");
        if (!digits.matches("[0-9]{1,5}") || !(days || age.endsWith("h"))) {
            throw new ParameterException(
                    spec.commandLine(), "an age is a number of hours or days, such as 12h or 30d, not \"" + age + "\"");
        }
        return days ? Duration.ofDays(Long.parseLong(digits)) : Duration.ofHours(Long.parseLong(digits));
    }
}
