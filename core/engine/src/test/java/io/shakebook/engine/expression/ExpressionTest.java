// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.expression.Type.Member;
import io.shakebook.engine.expression.Type.Simple;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.value.OutputRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final Type.Struct STORE = new Type.Struct(
            "a store",
            "field",
            "store",
            Map.of("name", new Member(Simple.STRING, false), "service", new Member(Simple.STRING, true)),
            false);
    private static final Map<String, Type> TYPES = Map.of(
            "text", Simple.STRING,
            "count", Simple.INTEGER,
            "version", Simple.NUMBER,
            "loud", Simple.BOOLEAN,
            "leader-service", Simple.STRING,
            "names", new Type.ListOf(Simple.STRING),
            "labels", new Type.MapOf(Simple.STRING),
            "store", STORE,
            "later", Simple.INTEGER);
    private static final Map<String, Value> VALUES = Map.of(
            "text", Value.of("hello"),
            "count", Value.of(3L),
            "version", Value.of(new BigDecimal("6.0")),
            "loud", Value.of(true),
            "leader-service", Value.of("l"),
            "names", new Value.Listed(List.of(Value.of("a"), Value.of("b"))),
            "labels", new Value.Mapped(Map.of("app.kubernetes.io/name", Value.of("x"))),
            "store",
                    new Value.Struct(
                            name -> name.equals("name") ? Value.of("s") : new Value.Absent(""), Optional.empty(), ""),
            "later", new Value.Pending(new OutputRef("p/s", "o", "")));

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "text == \"hello\"                       ~ true",
                "text != 'hello'                         ~ false",
                "leader-service == \"l\"                 ~ true",
                "count == 3.0                            ~ true",
                "version == 6                            ~ true",
                "count > 2 and count < 4                 ~ true",
                "not loud or count == 3                  ~ true",
                "not (loud or count == 3)                ~ false",
                "loud and not loud or loud               ~ true",
                "\"a\" in names                          ~ true",
                "\"c\" in names                          ~ false",
                "\"app.kubernetes.io/name\" in labels    ~ true",
                "labels[\"app.kubernetes.io/name\"] == \"x\" ~ true",
                "names[1] == \"b\"                       ~ true",
                "has(store.service)                      ~ false",
                "has(labels[\"y\"])                      ~ false",
                "has(later)                              ~ true",
                "first(store.service, text) == text      ~ true",
                "first(store.name, later) == \"s\"       ~ !wrong-type",
                "loud or later == 1                      ~ true",
                "later == 1                              ~ !pending-value",
                "store.service == \"x\"                  ~ !no-value",
                "text < \"x\"                            ~ !wrong-type",
                "text                                    ~ !not-a-condition",
                "count == 1 == loud                      ~ !expression-syntax",
                "count <= 1                              ~ !expression-syntax",
                "store == store                          ~ !wrong-type",
            })
    void conditionsAreTrueFalseOrAMistake(String text, String expected) {
        Optional<Expression> expression = parse(text);
        expression.ifPresent(new Typer(TYPES, problems)::condition);
        Optional<Boolean> holds = problems.hasErrors()
                ? Optional.empty()
                : expression.flatMap(
                        new Evaluator(name -> VALUES.getOrDefault(name, Value.FAULTY), problems)::condition);

        if (expected.startsWith("!")) {
            assertThat(problems.all()).extracting(Diagnostic::code).containsExactly(expected.substring(1));
        } else {
            assertThat(problems.all()).isEmpty();
            assertThat(holds).contains(Boolean.valueOf(expected));
        }
    }

    @Test
    void aThousandParenthesesAreAMessage() {
        assertThat(parse("(".repeat(900) + "text" + ")".repeat(900))).isEmpty();
        assertThat(parse("not ".repeat(400) + "loud")).isEmpty();
        assertThat(parse("x".repeat(5000))).isEmpty();
        assertThat(problems.all()).hasSize(3);
    }

    private Optional<Expression> parse(String text) {
        return ExpressionParser.parse(
                text, (from, length) -> new Position("f", 1, from + 1, Math.max(1, length), text), problems);
    }
}
