// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.kube.FieldPath.Element;
import io.shakebook.spi.kube.FieldPath.Index;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
    /** Without it the first random numbers of neighbouring seeds are all but the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec.ports[port=6379,protocol=TCP].nodePort",
                "data[sync.toml]",
                "args[0]",
                "metadata.annotations[shakebook.io/config-digest]",
                "spec.template.spec.containers[name=shake].env[name=\"6379\"].value",
                "data[\"a]b\"]",
                "[a.b][1]"
            })
    void aWrittenPathIsReadAsItStands(String text) {
        assertThat(FieldPath.parse(text)).hasToString(text);
    }

    @Test
    void elementsAreFoundByTheirKeysAndNotByTheirPlace() {
        Map<String, Object> tree = Map.of(
                "ports", List.of(Map.of("port", 1L, "x", "one"), Map.of("port", 2L, "x", "two")), "args", List.of("a"));
        assertThat(FieldPath.parse("ports[port=2].x").in(tree)).contains("two");
        assertThat(FieldPath.parse("ports[port=3].x").in(tree)).isEmpty();
        assertThat(FieldPath.parse("args[0]").in(tree)).contains("a");
        assertThat(FieldPath.parse("args[1]").in(tree)).isEmpty();
        assertThat(FieldPath.parse("args.x").in(tree)).isEmpty();
    }

    @Test
    void aPathStartsWithThePathsAboveIt() {
        FieldPath path = FieldPath.parse("spec.ports[port=1].x");
        assertThat(path.startsWith(FieldPath.of("spec", "ports"))).isTrue();
        assertThat(path.startsWith(FieldPath.ROOT)).isTrue();
        assertThat(FieldPath.of("spec").startsWith(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", "a[", "a[x=]", "a[x=1", ".", "a b", "a[=1]"})
    void whatIsNoPathIsRefused(String text) {
        assertThatThrownBy(() -> FieldPath.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPathIsReadBackAsItWas(long seed) {
        Random random = new Random(seed * SPREAD);
        FieldPath path = FieldPath.ROOT;
        for (int i = random.nextInt(5); i >= 0; i--) {
            path = switch (random.nextInt(3)) {
                case 0 -> path.then(new Index(random.nextInt(99)));
                case 1 ->
                    path.then(new Element(Map.of("name", value(random), "p_q-" + random.nextInt(9), value(random))));
                default -> path.key(text(random));
            };
        }
        assertThat(FieldPath.parse(path.toString())).isEqualTo(path);
    }

    private static Object value(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> (long) random.nextInt();
            case 1 -> random.nextBoolean();
            default -> text(random);
        };
    }

    private static String text(Random random) {
        String letters = "ab.-_/:$=,[]\"\\ \n0123ü";
        List<String> traps = List.of("-5", "0", "true", "007", "-", "", "a=b", "9223372036854775808", "-0");
        if (random.nextInt(4) == 0) {
            return traps.get(random.nextInt(traps.size()));
        }
        return random.ints(random.nextInt(8), 0, letters.length())
                .collect(StringBuilder::new, (out, i) -> out.append(letters.charAt(i)), StringBuilder::append)
                .toString();
    }
}
