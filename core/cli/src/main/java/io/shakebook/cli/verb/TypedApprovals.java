// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.QuestionReport;
import io.shakebook.cli.report.RunDisplay;
import io.shakebook.engine.run.Approvals;
import java.util.Optional;

/** Answers from the command line, else from the terminal, else none. */
final class TypedApprovals implements Approvals {
    private final Confirmations confirmations;
    private final Console console;
    private final RunDisplay display;
    private final String who;

    TypedApprovals(Confirmations confirmations, Console console, RunDisplay display, String who) {
        this.confirmations = confirmations;
        this.console = console;
        this.display = display;
        this.who = who;
    }

    @Override
    public Optional<Answer> confirm(String address, String question) {
        Optional<Answer> given = given(address);
        if (given.isPresent()) {
            return given;
        }
        display.pause();
        return console.ask(new QuestionReport(console.noteScreen()).question(address, question))
                .map(String::strip)
                .map(typed -> QuestionReport.isYes(typed)
                        ? Answer.yes(who, "prompt", QuestionReport.reason(typed))
                        : Answer.no(who));
    }

    @Override
    public Optional<Answer> given(String address) {
        return confirmations.reasonFor(address).map(reason -> Answer.yes(who, "--confirm", reason));
    }
}
