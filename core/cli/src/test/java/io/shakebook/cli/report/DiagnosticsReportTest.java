// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticsReportTest {
    private static final DiagnosticsReport REPORT = new DiagnosticsReport(Screen.plain());

    @Test
    void everyMistakeStandsAtItsLineWithACaretAndARemedy() {
        List<Diagnostic> mistakes = List.of(
                Diagnostic.error(
                        "unknown-argument",
                        "\"prot\" is not an argument of the module \"service\"",
                        new Position("playbooks/mine.yaml", 14, 11, 4, "          prot: 6379"),
                        "did you mean \"port\"?"),
                Diagnostic.warning(
                        "password-in-configmap",
                        "a password would stand in a ConfigMap",
                        Optional.empty(),
                        "set config-kind: secret"),
                Diagnostic.error(
                                "invalid-value",
                                "the image \"a\" is not named by its digest",
                                new Position("link.yaml", 143, 18, 8, "          image: ${image}"),
                                "write \"NAME@sha256:\" and 64 digits")
                        .from(List.of("-p image", "through sync.yaml:32")),
                Diagnostic.error("empty-file", "the file is empty", new Position("a.yaml", 1, 1, 1, ""), ""));
        GoldenFile.named("mistakes.txt")
                .matches(REPORT.text(mistakes)
                        + REPORT.count(mistakes, "mistake", "nothing was contacted or written", 65));
    }

    @Test
    void caretsStandBelowTheirWordEvenAfterTabsAndInLongLines() {
        String line = "\t" + "x".repeat(300) + "wrong" + "y".repeat(300);
        Diagnostic mistake = Diagnostic.error("tab", "a tab", new Position("a.yaml", 7, 302, 5, line), "use spaces");
        String[] lines = REPORT.text(List.of(mistake)).split("\n");
        assertThat(lines[2].length()).isLessThanOrEqualTo(100);
        assertThat(lines[2].substring(lines[3].indexOf('^'), lines[3].lastIndexOf('^') + 1))
                .isEqualTo("wrong");
    }

    @Test
    void aPlaybookCannotMoveTheCursor() {
        Position at = new Position("a\u001b[2J.yaml", 1, 1, 1, "\u001b]0;title\u0007: x\u202e");
        Diagnostic mistake = Diagnostic.error("odd", "odd \u001b[31mred", at, "\u009b2J");
        assertThat(REPORT.text(List.of(mistake))).doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]|\\p{Cf}|\u009b");
    }
}
