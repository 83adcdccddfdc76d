// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.expression.ExpressionParser;
import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, the answer is diagnostics; the seed is the test's argument. */
class GarbagePropertyTest {
    private static final Path SITE = Path.of("src/test/resources/site");
    private static final List<String> PIECES = List.of(
            "${",
            "}",
            "{{",
            "[",
            "]",
            "{",
            "}",
            ": ",
            "- ",
            "\n",
            "  ",
            "\t",
            "\"",
            "'",
            "|",
            ">",
            "&a ",
            "*a",
            "!!x ",
            "yes",
            "0777",
            "%",
            "@",
            "`",
            "#",
            "---\n",
            "\u0000",
            "\uD83D\uDE00",
            "\u2028",
            "facts.",
            "steps.",
            "first(",
            "not ",
            "\r");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedPlaybookGivesDiagnosticsOnly(long seed) throws IOException {
        Random random = new Random(seed);
        String link = Files.readString(SITE.resolve("playbooks/copy/link.yaml"));
        String start = Files.readString(SITE.resolve("playbooks/copy/start.yaml"));
        Site site = Site.of(Map.of(
                "copy/link.yaml",
                mutated(link, random),
                "copy/start.yaml",
                mutated(start, random),
                "copy/templates/copy.conf",
                Files.readString(SITE.resolve("playbooks/copy/templates/copy.conf"))));
        try {
            site.check("copy/start", Map.of());
        } catch (Mistakes mistakes) {
            assertThat(mistakes.diagnostics()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMutatedInventoryGivesDiagnosticsOnly(long seed) throws IOException {
        String inventory = Files.readString(SITE.resolve("inventory/inventory.yaml"));
        Problems problems = new Problems();
        var tree =
                Trees.of(Map.of("inventory.yaml", mutated(inventory, new Random(seed)), "west.yaml", "objects: []\n"));

        boolean usable =
                new InventoryParser(Fakes.catalog(), problems).parse(tree).isPresent();

        assertThat(usable).isEqualTo(!problems.hasErrors());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aGarbageExpressionGivesOneDiagnostic(long seed) {
        Random random = new Random(seed);
        List<String> words = List.of(
                "a",
                "a-b",
                ".",
                "[",
                "]",
                "(",
                ")",
                ",",
                "==",
                "!=",
                "<",
                "in",
                "and",
                "or",
                "not",
                "has",
                "first",
                "1",
                "1.5",
                "\"x\"",
                "'",
                "\"",
                "+",
                "=",
                "&&",
                "\\",
                "\uD83D\uDE00",
                "  ");
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            for (int at = random.nextInt(14); at >= 0; at--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextBoolean() ? " " : "");
            }
            Problems problems = new Problems();
            boolean parsed = ExpressionParser.parse(
                            text.toString(),
                            (from, length) -> new Position("f", 1, from + 1, Math.max(1, length), text.toString()),
                            problems)
                    .isPresent();
            assertThat(problems.all()).as(text.toString()).hasSize(parsed ? 0 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noiseIsNoPlaybook(long seed) {
        byte[] noise = new byte[200];
        new Random(seed).nextBytes(noise);
        Problems problems = new Problems();

        assertThat(io.shakebook.engine.source.YamlReader.read("f.yaml", noise, problems))
                .isEmpty();
        assertThat(problems.hasErrors()).isTrue();
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int times = random.nextInt(4); times >= 0; times--) {
            int at = random.nextInt(Math.max(1, mutated.length()));
            int end = Math.min(mutated.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> mutated.insert(at, mutated.substring(at, end));
                default -> mutated.setLength(at);
            }
        }
        return new String(mutated.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
