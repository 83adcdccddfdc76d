// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
    /** Without it the first random numbers of neighbouring seeds are all but the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    @Test
    void sixPointNoughtAndSixStayApart() throws Exception {
        assertThat(Json.canonical(JsonReader.read("[6.0, 6, 6.00]"))).isEqualTo("[6.0,6,6.00]");
    }

    @Test
    void canonicalFormSortsKeysAndTheOthersKeepThem() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", List.of(1L, true));
        tree.put("a", Map.of());
        assertThat(Json.canonical(tree)).isEqualTo("{\"a\":{},\"b\":[1,true]}");
        assertThat(Json.line(tree)).isEqualTo("{\"b\": [1, true], \"a\": {}}");
    }

    @Test
    void charactersThatAReviewerWouldNotSeeAreEscaped() throws Exception {
        String text = "\u001b[2J \u202e \u2028 \ud800 \u0085 ü 😀 \"\\\n";
        String json = Json.canonical(text);
        assertThat(json).isEqualTo("\"\\u001b[2J \\u202e \\u2028 \\ud800 \\u0085 ü 😀 \\\"\\\\\\n\"");
        assertThat(JsonReader.read(json)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`{\"a\":1,\n \"a\":2}`; line 2, column 2: the key \"a\" stands twice",
                "`[1] x`; line 1, column 5: there is more text after the end",
                "`[1,]`; line 1, column 4: expected a value",
                "`[01]`; line 1, column 3: expected ]",
                "`[NaN]`; line 1, column 2: expected a value",
                "`\"\\q\"`; line 1, column 3: there is no escape \\q",
                "`\"\\u12\"`; line 1, column 4: \\u needs four hexadecimal digits",
                "`[\"a`; line 1, column 4: the text ends too early",
                "`{a:1}`; line 1, column 2: expected \"",
                "``; line 1, column 1: the text ends too early",
            })
    void whatIsNotJsonIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> JsonReader.read(text))
                .isInstanceOf(JsonReader.Broken.class)
                .hasMessage(message);
    }

    @Test
    void deepNestingEndsInAMessageAndNotInAStackOverflow() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000))).hasMessageContaining("nested deeper than 200");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackTheSame(long seed) throws Exception {
        Object tree = tree(new Random(seed * SPREAD), 0);
        assertThat(JsonReader.read(Json.line(tree))).isEqualTo(tree);
        assertThat(JsonReader.read(Json.pretty(tree))).isEqualTo(tree);
        Object sorted = JsonReader.read(Json.canonical(tree));
        assertThat(sorted).isEqualTo(tree);
        assertThat(Json.canonical(sorted)).isEqualTo(Json.canonical(tree));
        assertThat(Json.pretty(JsonReader.read(Json.pretty(tree)))).isEqualTo(Json.pretty(tree));
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 8)) {
            case 0 -> random.nextLong();
            case 1 -> new BigDecimal(random.nextInt(1000) + "." + random.nextInt(100));
            case 2 -> random.nextBoolean();
            case 3, 4 -> text(random);
            case 5 -> {
                List<Object> list = new ArrayList<>();
                random.ints(random.nextInt(6), 0, 9).forEach(i -> list.add(tree(random, depth + 1)));
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                random.ints(random.nextInt(6), 0, 9).forEach(i -> map.put(text(random), tree(random, depth + 1)));
                yield map;
            }
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 0, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
