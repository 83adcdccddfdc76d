// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each malformed playbook of {@code malformed.txt} gives exactly one diagnostic, where the mark stands. */
class MalformedPlaybooksTest {
    private static final String MARK = "‸";

    /** In front of cases that are steps only. */
    private static final String AROUND = """
            playbook: t
            parameters:
              pair: { type: store-pair }
              text: { type: string, default: hello }
            facts:
              shards:
                shards:
                  store: ${pair.primary}
              receiver:
                receiver:
                  store: ${pair.standby}
            phases:
              - name: one
                cluster: ${pair.primary.cluster}
                namespace: orders
                steps:
            """;

    record Case(String code, String title, String text) {
        @Override
        public String toString() {
            return code + ": " + title;
        }
    }

    static Stream<Case> cases() throws IOException {
        return Arrays.stream(Files.readString(Path.of("src/test/resources/malformed.txt"))
                        .split("(?m)^=== "))
                .filter(block -> !block.isBlank())
                .map(block -> {
                    String[] lines = block.split("\n", 2);
                    String[] head = lines[0].split(" ", 2);
                    boolean steps = lines[1].matches("(?s)- ‸?name: .*");
                    String text = steps ? AROUND + lines[1].replaceAll("(?m)^(?=.)", "      ") : lines[1];
                    return new Case(head[0], head[1], text);
                });
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(cases().count()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachGivesOneDiagnosticAtItsPlace(Case malformed) {
        Site site = Site.of(Map.of(
                "t.yaml", malformed.text().replace(MARK, ""),
                "u.yaml", "playbook: u\nparameters:\n  text: { type: string }\nphases:\n  - name: in\n    steps: []\n",
                "good.conf", "source.address = \"x\"\nversion = 6.0\n",
                "broken.conf", "# fine\nbroken\n"));

        List<Diagnostic> found = diagnostics(site);

        assertThat(found).as(shown(found)).hasSize(1);
        assertThat(found.get(0).code()).as(shown(found)).isEqualTo(malformed.code());
        assertThat(found.get(0).remedy()).as(shown(found)).isNotBlank();
        if (malformed.text().contains(MARK)) {
            String before = malformed.text().substring(0, malformed.text().indexOf(MARK));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
            assertThat(found.get(0).at().map(Position::toString))
                    .as(shown(found))
                    .contains("t.yaml:" + line + ":" + column);
        } else {
            assertThat(found.get(0).at().map(Position::toString)).contains("broken.conf:2:3");
        }
    }

    private static List<Diagnostic> diagnostics(Site site) {
        Mistakes mistakes = catchThrowableOfType(Mistakes.class, () -> site.check("t", Map.of()));
        return mistakes == null ? List.of() : mistakes.diagnostics();
    }

    private static String shown(List<Diagnostic> found) {
        return found.stream()
                .map(one -> one.code() + " " + one.at().map(Position::toString).orElse("-") + " " + one.summary()
                        + " | " + one.remedy())
                .collect(Collectors.joining("\n", "\n", "\n"));
    }
}
