// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.FleetJson;
import io.shakebook.cli.report.FleetReport;
import io.shakebook.cli.report.Next;
import io.shakebook.cli.verb.FleetSessions.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the plans of a fleet. */
final class FleetPlan {
    private final Console console;
    private final PlanFormat format;
    private final boolean exitCode;
    private final boolean quiet;

    /** @param exitCode whether changes are told by it */
    FleetPlan(Console console, PlanFormat format, boolean exitCode, boolean quiet) {
        this.console = console;
        this.format = format;
        this.exitCode = exitCode;
        this.quiet = quiet;
    }

    /** @param next the command that carries them out */
    ExitCode show(FleetSessions sessions, TypedCommand next) {
        if (!quiet) {
            console.note(new FleetReport(console.noteScreen(), sessions.fleet()).head());
        }
        boolean changes =
                sessions.members().stream().anyMatch(one -> one.planned().plan().changesAnything());
        List<Member> previews = sessions.previews();
        if (format == PlanFormat.json && previews.isEmpty()) {
            console.result(new FleetJson(sessions.fleet()).plans(files(sessions)));
        } else if (format != PlanFormat.json) {
            print(sessions);
            boolean goOn = changes && previews.isEmpty() && format == PlanFormat.text;
            console.result(goOn ? new Next("carry them out", next.toString()).line() : "");
        }
        previews.forEach(
                one -> Failures.preview(console, one.planned(), "no plan file was printed and nothing was written"));
        if (!previews.isEmpty()) {
            return ExitCode.UNREACHABLE;
        }
        return exitCode && changes ? ExitCode.CHANGES_PENDING : ExitCode.DONE;
    }

    private static Map<String, String> files(FleetSessions sessions) {
        Map<String, String> files = new LinkedHashMap<>();
        sessions.members()
                .forEach(one -> files.put(one.entry(), one.planned().file().get()));
        return files;
    }

    private void print(FleetSessions sessions) {
        FleetReport report = new FleetReport(console.screen(), sessions.fleet());
        for (Member member : sessions.members()) {
            console.result(format == PlanFormat.markdown ? "" : report.title(member.entry()));
            console.result(format.of(member.planned(), console.screen(), Optional.empty()));
        }
        console.result(format == PlanFormat.markdown ? "" : report.summary(sessions.parts()));
    }
}
