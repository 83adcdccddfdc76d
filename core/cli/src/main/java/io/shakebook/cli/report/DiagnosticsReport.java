// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.diagnostic.Severity;
import java.util.List;
import java.util.Locale;

/** Mistakes and warnings as text: what, where with a caret, and what to do. */
public final class DiagnosticsReport {
    private final Screen screen;

    public DiagnosticsReport(Screen screen) {
        this.screen = screen;
    }

    /** Each diagnostic with its place in the file; no line that counts them. */
    public String text(List<Diagnostic> diagnostics) {
        Page page = new Page(screen);
        for (int at = 0; at < diagnostics.size(); at++) {
            if (at > 0) {
                page.blank();
            }
            add(page, diagnostics.get(at));
        }
        return page.toString();
    }

    /**
     * The line below mistakes that stopped a command: {@code 2 mistakes, nothing was contacted or written.    exit 65}.
     *
     * @param noun what they are; empty if they are not to be counted
     */
    public String count(List<Diagnostic> diagnostics, String noun, String consequence, int exit) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        String counted = noun.isEmpty() ? "" : Counted.of(errors, noun) + ", ";
        String line = counted + consequence + ".    exit " + exit;
        return "\n" + line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + "\n";
    }

    private void add(Page page, Diagnostic diagnostic) {
        boolean error = diagnostic.severity() == Severity.ERROR;
        String label = (error ? "error[" : "warning[") + diagnostic.code() + "]: ";
        page.paragraph(error ? Tone.DANGER : Tone.CHANGE, label, Escaped.of(diagnostic.summary()));
        diagnostic.at().ifPresent(at -> page.line("  " + Escaped.of(at.toString())));
        boolean excerpt = diagnostic.at().filter(at -> !at.lineText().isBlank()).isPresent();
        if (excerpt) {
            excerpt(page, diagnostic.at().get(), diagnostic);
        } else if (!diagnostic.remedy().isEmpty()) {
            page.paragraph(Tone.PLAIN, "  ", Escaped.of(diagnostic.remedy()));
        }
    }

    private void excerpt(Page page, Position at, Diagnostic diagnostic) {
        Excerpt excerpt = Excerpt.of(at, screen.width());
        page.line(excerpt.line());
        String remedy = Escaped.of(diagnostic.remedy());
        boolean beside =
                diagnostic.from().isEmpty() && excerpt.caret().length() + 1 + remedy.length() <= screen.width();
        page.line(Tone.STRONG, excerpt.caret() + (beside ? " " + remedy : ""));
        if (!diagnostic.from().isEmpty()) {
            page.paragraph(
                    Tone.PLAIN, "  ", "the value comes from " + Escaped.of(String.join(", ", diagnostic.from())));
        }
        if (!beside) {
            page.paragraph(Tone.PLAIN, "  ", remedy);
        }
    }
}
