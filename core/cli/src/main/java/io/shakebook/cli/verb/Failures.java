// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.NoRun;
import io.shakebook.cli.Planned;
import io.shakebook.cli.report.BugReport;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.DiagnosticsReport;
import io.shakebook.engine.change.Admission;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.Unplannable;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The one place where what was thrown becomes words and an exit code: the user's mistake, the world's failure, our bug. A
 * class and no lambda, which would keep picocli's interface out of a class-data archive (it is compiled for Java 5) and
 * make each command open all jars to find it.
 */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        if (thrown instanceof ParameterException usage) {
            throw usage;
        }
        return exit(thrown, parsed.originalArgs()).number();
    }

    @Override
    public int handleParseException(ParameterException thrown, String[] arguments) {
        Diagnostic diagnostic = new WrongUsage(thrown).diagnostic();
        return print(console, List.of(diagnostic), "nothing was contacted or written", ExitCode.USAGE)
                .number();
    }

    ExitCode exit(Exception thrown, List<String> arguments) {
        if (thrown instanceof Mistakes mistakes) {
            boolean asked =
                    mistakes.diagnostics().stream().anyMatch(one -> one.code().equals("another-cluster"));
            String consequence = asked ? "nothing was written" : "nothing was contacted or written";
            return print(console, mistakes.diagnostics(), consequence, ofMistakes(mistakes.diagnostics()));
        }
        if (thrown instanceof Unplannable unplannable) {
            return unplannable(unplannable);
        }
        if (thrown instanceof NoRun none) {
            return print(console, List.of(none.diagnostic()), "nothing was contacted or written", none.code());
        }
        if (thrown instanceof Unanswered unanswered) {
            String why = String.valueOf(unanswered.getMessage());
            return print(
                    console,
                    List.of(unreachable(unanswered.cluster(), why, "INVENTORY")),
                    "nothing was written",
                    ExitCode.UNREACHABLE);
        }
        if (thrown instanceof LocalFault fault) {
            Diagnostic diagnostic = Diagnostic.error("local-file", String.valueOf(fault.getMessage()), fault.remedy());
            return print(console, List.of(diagnostic), "nothing was written", ExitCode.LOCAL_FILE);
        }
        boolean verbose = arguments.contains("-v") || arguments.contains("--verbose");
        console.note(new BugReport().text(thrown, verbose));
        return ExitCode.BUG;
    }

    /** What was meant may be right, and not be had: from a repository elsewhere, or since more is demanded of it. */
    private static ExitCode ofMistakes(List<Diagnostic> diagnostics) {
        if (diagnostics.stream().allMatch(one -> one.code().equals("repository-unreachable"))) {
            return ExitCode.UNREACHABLE;
        }
        if (diagnostics.stream().allMatch(one -> one.code().equals("repository-access"))) {
            return ExitCode.LOCAL_FILE;
        }
        return diagnostics.stream().allMatch(one -> one.code().startsWith("demand-"))
                ? ExitCode.REFUSED
                : ExitCode.MISTAKES;
    }

    /** Says which clusters gave no answer, below the preview of the rest. */
    static ExitCode preview(Console console, Planned planned, String consequence) {
        String inventory = planned.plan().made().inventory().path();
        List<Diagnostic> all = planned.plan().seen().unreachable().entrySet().stream()
                .map(cluster -> unreachable(cluster.getKey(), cluster.getValue(), inventory))
                .toList();
        return print(console, all, consequence, ExitCode.UNREACHABLE);
    }

    private static Diagnostic unreachable(String cluster, String why, String inventory) {
        return Diagnostic.error(
                "unreachable",
                "no answer from the cluster \"" + cluster + "\": " + why,
                Admission.webhookRemedy(why, cluster)
                        .orElse("put that right, then see whether it answers with: shakebook clusters -i "
                                + inventory));
    }

    private ExitCode unplannable(Unplannable thrown) {
        List<Diagnostic> all = Stream.concat(thrown.mistakes().stream(), thrown.refusals().stream())
                .toList();
        ExitCode code = thrown.mistakes().isEmpty() ? ExitCode.REFUSED : ExitCode.MISTAKES;
        return print(console, all, "nothing was written", code);
    }

    /** @return the same code, for the caller to end with */
    static ExitCode print(Console console, List<Diagnostic> diagnostics, String consequence, ExitCode code) {
        DiagnosticsReport report = new DiagnosticsReport(console.noteScreen());
        String noun = code == ExitCode.MISTAKES ? "mistake" : "";
        console.note(report.text(diagnostics) + report.count(diagnostics, noun, consequence, code.number()));
        return code;
    }
}
