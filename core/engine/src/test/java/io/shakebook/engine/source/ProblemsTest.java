// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    @Test
    void theSameIsSaidOnceButSeenEachTime() {
        Problems problems = new Problems();
        problems.error("c", "s", at("f", 1, 1), "r");
        int before = problems.reports();
        problems.error("c", "s", at("f", 1, 1), "r");

        assertThat(problems.all()).hasSize(1);
        assertThat(problems.reports()).isGreaterThan(before);
    }

    @Test
    void eachFileIsReadFromTopToBottom() {
        Problems problems = new Problems();
        problems.error("b", "s", at("f", 2, 1), "r");
        problems.error("d", "s", at("a", 1, 1), "r");
        problems.error("c", "s", at("f", 2, 9), "r");
        problems.error("a", "s", at("f", 1, 5), "r");

        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "prot       ~ did you mean \"port\"?",
                "targetPort ~ did you mean \"target-port\"?",
                "target_prt ~ did you mean \"target-port\"?",
                "x          ~ keys: port, target-port, name",
                "colour     ~ keys: port, target-port, name",
            })
    void aMisspeltNameHasASuggestion(String wrong, String remedy) {
        assertThat(Nearest.remedy(wrong, "keys", List.of("port", "target-port", "name")))
                .isEqualTo(remedy);
    }

    private static Position at(String file, int line, int column) {
        return new Position(file, line, column, 1, "");
    }
}
