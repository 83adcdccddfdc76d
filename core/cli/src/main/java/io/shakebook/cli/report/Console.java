// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shakebook.engine.plan.Plan;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a command's words go: results to stdout, everything else to stderr, questions to a terminal or nowhere. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final boolean colour;
    private final Supplier<Integer> width;
    private final Answers answers;
    private volatile Optional<RunDisplay> shown = Optional.empty();
    private volatile boolean hushed;

    /** @param width of the screen in columns, asked only when something is printed */
    public Console(
            PrintStream out,
            PrintStream err,
            Terminal terminal,
            boolean colour,
            Supplier<Integer> width,
            Answers answers) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.colour = colour;
        this.width = width;
        this.answers = answers;
    }

    /** The process's own streams, in UTF-8. */
    public static Console ofProcess(Terminal terminal, Map<String, String> environment) {
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                terminal,
                colour,
                () -> ScreenWidth.of(environment, terminal),
                new Answers(System.in));
    }

    /** The same for a person beside a program that reads stdout: everything goes to stderr. */
    public Console aside() {
        Terminal beside = new Terminal(terminal.in(), terminal.err(), terminal.err());
        return new Console(err, err, beside, colour, width, answers);
    }

    /** For stdout. */
    public synchronized void result(String text) {
        out.print(text);
        out.flush();
    }

    /** For stderr. */
    public synchronized void note(String text) {
        err.print(text);
        err.flush();
    }

    /**
     * A line on stderr about what takes long, for somebody who watches: beside the run that is shown, if one is. May be
     * called from any thread.
     */
    public void remark(String line) {
        if (hushed) {
            return;
        }
        String safe = Escaped.of(line);
        shown.ifPresentOrElse(run -> run.remark(safe), () -> note(safe + "\n"));
    }

    /** From now on nobody hears remarks. */
    public void hush() {
        hushed = true;
    }

    /** Whether stdout shows colours. */
    public boolean colours() {
        return colour && terminal.out();
    }

    /** What a report for stdout may assume. */
    public Screen screen() {
        return new Screen(width.get(), colours());
    }

    /** What a report for stderr may assume. */
    public Screen noteScreen() {
        return new Screen(width.get(), colour && terminal.err());
    }

    /** Whether there is a person who can be asked. */
    public boolean asks() {
        return terminal.in() && terminal.err();
    }

    /** A line that the person typed; empty if nobody can be asked, at the end of the input, or after {@link #stopAsking}. */
    public Optional<String> ask(String question) {
        if (!asks()) {
            return Optional.empty();
        }
        answers.forget();
        note(question);
        Optional<String> answer = answers.next();
        if (answer.isEmpty()) {
            note("\n"); // nobody pressed Enter
        }
        return answer;
    }

    /** Lets a question that is waiting go without an answer. May be called from any thread. */
    public void stopAsking() {
        answers.stop();
    }

    /**
     * Shows a run on stderr, until it is left.
     *
     * @param quiet nothing but what the caller prints itself
     * @param all also what is of interest only when looking for a mistake
     */
    public RunDisplay display(Plan plan, Clock clock, boolean quiet, boolean all) {
        if (quiet) {
            return new NoDisplay();
        }
        RunDisplay display = terminal.err() && !all
                ? new RunReport(plan, clock, this::noteScreen, this::note)
                : new RunLog(plan, clock, this::note, all);
        shown = Optional.of(display);
        return display;
    }

    /** The end of a run that was shown: what is drawn of it goes, and the screen is free for others. */
    public void leave(RunDisplay display) {
        shown = Optional.empty();
        display.pause();
    }
}
