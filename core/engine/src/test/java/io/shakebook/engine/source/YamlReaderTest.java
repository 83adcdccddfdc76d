// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private final Problems problems = new Problems();

    @Test
    void scalarsHaveTheTypesOfYaml12() {
        Mapping map = map("a: 6\nb: 6.0\nc: true\nd: text\ne:\nf: '6'\ng: 0x1f\nh: 1e3\ni: -5\nj: no-op\n");

        assertThat(value(map, "a")).contains(6L);
        assertThat(value(map, "b")).contains(new BigDecimal("6.0"));
        assertThat(value(map, "c")).contains(true);
        assertThat(value(map, "d")).contains("text");
        assertThat(value(map, "e")).isEmpty();
        assertThat(value(map, "f")).contains("6");
        assertThat(value(map, "g")).contains(31L);
        assertThat(value(map, "h")).contains(new BigDecimal("1e3"));
        assertThat(value(map, "i")).contains(-5L);
        assertThat(value(map, "j")).contains("no-op");
    }

    @Test
    void anEscapedDollarInBracketsIsTextAndAnExpressionThereIsNone() {
        assertThat(value((Mapping) map("a: { b: \"$${x}\" }\n").get("a").orElseThrow(), "b"))
                .contains("$${x}");
        assertThat(problems.all()).isEmpty();

        map("a: { b: \"$${x} ${y}\" }\n");
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("expression-in-flow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "No",
                "ON",
                "off",
                "y",
                "N",
                "0777",
                "-012",
                "1:30",
                "22:22:22",
                "1_000",
                "2026-01-02",
                ".inf",
                ".NaN"
            })
    void whatOtherReadersTakeForSomethingElseMustBeQuoted(String text) {
        map("a: " + text + "\nb: \"" + text + "\"\n");

        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().get(0).code()).startsWith("ambiguous-");
        assertThat(problems.all().get(0).remedy()).contains("\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "1e999999999", "0x1fffffffffffffffff"})
    void aNumberThatIsTooLargeIsNotCutOff(String text) {
        map("a: " + text);

        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("number-too-large");
    }

    @Test
    void columnsCountCodePointsAndTheByteOrderMarkIsNone() {
        Mapping map = map("\uFEFFa: \"\uD83D\uDE00\u00e9\" # \uD83D\uDE00\r\nb: {\uD83D\uDE00: x, c: d}\r\n");

        assertThat(((Mapping) map.get("b").orElseThrow())
                        .get("c")
                        .orElseThrow()
                        .at()
                        .toString())
                .isEqualTo("f.yaml:2:14");
        assertThat(map.get("b").orElseThrow().at().lineText()).isEqualTo("b: {\uD83D\uDE00: x, c: d}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "a: x${b}y        ! 1:7",
                "a: \"x${b}y\"    ! 1:8",
                "a: \"\\t${b}y\"  ! 1:9",
                "a: |-\\n  x\\n  z${b}y ! 3:6",
                "a: >-\\n  x\\n  z${b}y ! 3:6",
            })
    void theCaretStandsInsideOfTheScalar(String written, String place) {
        Scalar scalar =
                (Scalar) map(written.strip().replace("\\n", "\n")).get("a").orElseThrow();

        Position at = scalar.at(scalar.text().indexOf("b}"), 1);

        assertThat(at.line() + ":" + at.column()).isEqualTo(place);
    }

    @Test
    void aByteThatIsNoCharacterHasAPlace() {
        byte[] bytes = "a: b\nc: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(YamlReader.read("f.yaml", bytes, problems)).isEmpty();
        assertThat(problems.all())
                .extracting(one -> one.code() + " " + one.at().orElseThrow())
                .containsExactly("not-utf-8 f.yaml:2:7");
    }

    @Test
    void aBinaryFileIsNoPlaybook() {
        assertThat(YamlReader.read("f.yaml", new byte[] {0x7f, 'E', 'L', 'F', 0, 1}, problems))
                .isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("binary-file");
    }

    @Test
    void aControlCharacterIsNamed() {
        map("a: b\u0007\n");

        assertThat(problems.all())
                .extracting(one -> one.code() + " " + one.at().orElseThrow())
                .containsExactly("control-character f.yaml:1:5");
    }

    @Test
    void aFileOfTwentyMegabytesIsRefusedBeforeItIsParsed() {
        assertThat(YamlReader.read("f.yaml", new byte[20 * 1024 * 1024], problems))
                .isEmpty();
        assertThat(problems.all().get(0).summary())
                .contains("20971520 bytes (20 MiB)")
                .contains("1 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "a:\n"})
    void nestingTenThousandDeepIsAMessage(String level) {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 10_000 && text.length() < 900_000; depth++) {
            text.append(level.endsWith("\n") ? " ".repeat(depth % 400) + level : level);
        }

        assertThat(YamlReader.read("f.yaml", text.toString(), problems)).isEmpty();
        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().get(0).code()).isIn("nesting-too-deep");
    }

    @Test
    void severalMistakesAreSaidAtOnceButOnlyOneOfSyntax() {
        map("a: yes\nb: 0777\na: 1\nc: *x\n");

        assertThat(problems.all())
                .extracting(Diagnostic::code)
                .containsExactly("ambiguous-boolean", "ambiguous-number", "duplicate-key", "yaml-alias");
    }

    private Mapping map(String text) {
        return YamlReader.read("f.yaml", text, problems)
                .map(Mapping.class::cast)
                .orElse(new Mapping(new Position("f.yaml", 1, 1, 1, ""), java.util.List.of()));
    }

    private static Optional<Object> value(Mapping map, String key) {
        return ((Scalar) map.get(key).orElseThrow()).value();
    }
}
