// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.LocalRef;
import io.shakebook.spi.kube.Port;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.Late;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records survive the way into a tree and back; the seed is the test's argument. */
class RecordTreePropertyTest {

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Inner(Port port, Optional<String> host, List<Integer> numbers) {}

    record Everything(
            String text,
            int whole,
            long large,
            double number,
            BigDecimal decimal,
            boolean flag,
            Colour colour,
            Duration duration,
            FieldPath path,
            Text content,
            FileContent file,
            SecretRef secret,
            LocalRef local,
            ClusterRef cluster,
            Port port,
            Inner inner,
            Optional<Integer> maybe,
            Optional<Inner> maybeInner,
            List<Text> texts,
            Map<String, FileContent> files,
            Map<String, List<String>> lists,
            Late<String> lateText,
            Late<Integer> lateNumber,
            Late<LocalRef> lateLocal,
            Optional<Late<String>> maybeLate) {}

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasWrittenIsReadAgain(long seed) {
        Everything written = new Source(new Random(seed)).everything();

        Map<String, Object> tree = RecordTree.toTree(written);

        assertThat(RecordTree.fromTree(Everything.class, tree)).isEqualTo(written);
        assertThat(RecordTree.toTree(RecordTree.fromTree(Everything.class, tree)))
                .isEqualTo(tree);
        leaves(tree)
                .forEach(leaf -> assertThat(leaf)
                        .isInstanceOfAny(String.class, Long.class, BigDecimal.class, Boolean.class, Text.class));
    }

    @Test
    void aPendingNumberThatWasFilledInIsANumber() {
        record Numbers(Late<Integer> port) {}

        assertThat(RecordTree.fromTree(Numbers.class, Map.of("port", Text.of("30123")))
                        .port())
                .isEqualTo(Late.of(30123));
        assertThat(RecordTree.fromTree(Numbers.class, Map.of("port", "30123")).port())
                .isEqualTo(Late.of(30123));
    }

    @Test
    void aTreeOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> RecordTree.fromTree(Inner.class, Map.of("port", "x", "numbers", List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("port");
        assertThatThrownBy(() -> RecordTree.fromTree(Inner.class, Map.of("port", 1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("numbers");
    }

    private static List<Object> leaves(Object tree) {
        List<Object> leaves = new ArrayList<>();
        if (tree instanceof Map<?, ?> map) {
            map.values().forEach(value -> leaves.addAll(leaves(value)));
        } else if (tree instanceof List<?> list) {
            list.forEach(value -> leaves.addAll(leaves(value)));
        } else {
            leaves.add(tree);
        }
        return leaves;
    }

    /** Gives random values of each type. */
    private static final class Source {
        private final Random random;

        Source(Random random) {
            this.random = random;
        }

        Everything everything() {
            return new Everything(
                    word(),
                    random.nextInt(),
                    random.nextLong(),
                    random.nextInt(1000) / 8.0,
                    decimal(),
                    random.nextBoolean(),
                    Colour.values()[random.nextInt(2)],
                    Duration.ofMillis(random.nextInt(10_000_000)),
                    FieldPath.of("spec", "x-" + random.nextInt(9)),
                    text(),
                    file(),
                    secret(),
                    new LocalRef("Secret", word()),
                    cluster(),
                    port(),
                    inner(),
                    maybe(() -> random.nextInt()),
                    maybe(this::inner),
                    list(this::text),
                    map(this::file),
                    map(() -> list(this::word)),
                    late(this::word),
                    late(() -> random.nextInt(100)),
                    late(() -> new LocalRef("ConfigMap", word())),
                    maybe(() -> late(this::word)));
        }

        private BigDecimal decimal() {
            return new BigDecimal(new String[] {"6.0", "6", "0.10", "-1.5", "7.25"}[random.nextInt(5)]);
        }

        private ClusterRef cluster() {
            return new ClusterRef(word(), maybe(this::word));
        }

        private Inner inner() {
            return new Inner(port(), maybe(this::word), list(() -> random.nextInt()));
        }

        private Port port() {
            return new Port(1 + random.nextInt(65535));
        }

        private SecretRef secret() {
            return new SecretRef(word(), word(), word(), word(), word());
        }

        private FileContent file() {
            return new FileContent(text(), random.nextBoolean() ? "toml" : "");
        }

        private OutputRef output() {
            return new OutputRef("a/" + word(), word(), random.nextBoolean() ? "30000-32767" : "");
        }

        private Text text() {
            List<Text.Part> parts = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                parts.add(
                        switch (random.nextInt(3)) {
                            case 0 -> new Text.Literal(word());
                            case 1 -> new Text.Secret(secret(), random.nextBoolean() ? "toml" : "");
                            default -> new Text.Pending(output(), "");
                        });
            }
            return new Text(parts, random.nextBoolean() ? Text.Encoding.BASE64 : Text.Encoding.PLAIN);
        }

        private String word() {
            return new String[] {"", "a", "x y", "\"q\"", "${x}", "\n", "true", "6.0", "\u00e9\uD83D\uDE00"}
                    [random.nextInt(9)];
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
        }

        private <T> List<T> list(Supplier<T> value) {
            List<T> items = new ArrayList<>();
            for (int count = random.nextInt(3); count > 0; count--) {
                items.add(value.get());
            }
            return items;
        }

        private <T> Map<String, T> map(Supplier<T> value) {
            Map<String, T> entries = new LinkedHashMap<>();
            for (int count = random.nextInt(3); count > 0; count--) {
                entries.put("key." + count, value.get());
            }
            return entries;
        }

        private <T> Late<T> late(Supplier<T> value) {
            return random.nextBoolean() ? Late.of(value.get()) : new Late.Pending<>(output());
        }
    }
}
