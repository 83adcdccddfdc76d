// SPDX-License-Identifier: Apache-2.0
package io.shakebook.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedLambdasTest {
    private static final String SAMPLE = "Sample.class";

    /** One lambda of each kind; a line of the answer is what one of them says. */
    private static final String SOURCE = """
            import java.io.Serializable;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;

            public class Sample implements Supplier<List<Object>> {
                private String kept = "kept";
                private long counted;

                interface Shape { String name(); default Supplier<String> named() { return () -> hidden() + name(); }
                    private String hidden() { return "a "; } }

                record Circle(String name) implements Shape {}

                static class Inner {
                    private final int secret;
                    private Inner(int secret) { this.secret = secret; }
                    private int secret() { return secret; }
                    IntSupplier reader() { return () -> secret + 1; }
                }

                interface Wide { double of(byte a, short b, char c, int d, long e, float f, double g, boolean h); }

                private long count(int by) { return counted += by; }
                private static <T extends Comparable<T>> T larger(T a, T b) { return a.compareTo(b) > 0 ? a : b; }

                public List<Object> get() {
                    List<Object> said = new ArrayList<>();
                    byte a = 1; short b = 2; char c = 'c'; int d = 4; long e = 5; float f = 6; double g = 7; boolean h = true;
                    Supplier<String> all = () -> "" + a + b + c + d + e + f + g + h + kept;
                    said.add(all.get());
                    Wide wide = (k, l, m, n, o, p, q, r) -> k + l + m + n + o + p + q + (r ? 1 : 0);
                    said.add(wide.of(a, b, c, d, e, f, g, h));
                    Function<String, Integer> length = String::length;
                    said.add(length.andThen(x -> x * 2).apply("four"));
                    Function<Integer, Inner> maker = Inner::new;
                    ToIntFunction<Inner> secret = Inner::secret;
                    said.add(secret.applyAsInt(maker.apply(7)));
                    said.add(new Inner(8).reader().getAsInt());
                    IntFunction<String[]> array = String[]::new;
                    said.add(array.apply(3).length);
                    Consumer<Integer> dropped = this::count;
                    dropped.accept(5);
                    said.add(counted);
                    ToLongFunction<Integer> widened = Integer::intValue;
                    said.add(widened.applyAsLong(9));
                    Function<Character, Integer> ofCharacter = Math::abs;
                    said.add(ofCharacter.apply('c'));
                    IntToDoubleFunction doubled = x -> x;
                    said.add(doubled.applyAsDouble(3));
                    BinaryOperator<String> larger = Sample::larger;
                    said.add(larger.apply("a", "b"));
                    Map<String, Integer> map = Map.of("k", 11);
                    ToIntFunction<String> got = map::get;
                    said.add(got.applyAsInt("k"));
                    said.add(new Circle("circle").named().get());
                    int[] numbers = {3, 1, 2};
                    Supplier<int[]> copy = numbers::clone;
                    said.add(copy.get().length);
                    said.add(Stream.of("b", "a").sorted(Comparator.comparing(Function.identity())).toList());
                    Runnable nested = () -> { Runnable inner = () -> said.add(kept); inner.run(); };
                    nested.run();
                    Supplier<String> serial = (Supplier<String> & Serializable) () -> "serial";
                    said.add(serial.get());
                    Comparator<String> byLength = Comparator.<String>comparingInt(String::length).reversed();
                    said.add(byLength.compare("a", "bb"));
                    BooleanSupplier thrown = () -> { throw new IllegalStateException("thrown"); };
                    try { thrown.getAsBoolean(); } catch (IllegalStateException met) { said.add(met.getMessage()); }
                    return said;
                }
            }
            """;

    @TempDir
    Path folder;

    private final Map<String, byte[]> compiled = new LinkedHashMap<>();

    @BeforeEach
    void compile() throws IOException {
        Path source = Files.writeString(folder.resolve("Sample.java"), SOURCE);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", source.toString()))
                .isZero();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                compiled.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    @Test
    void eachKindOfLambdaSaysTheSameAsBefore() throws Exception {
        Map<String, byte[]> named = NamedLambdas.of(compiled);
        List<?> before = said(compiled);
        assertThat(before).hasSize(19);
        assertThat((Object) said(named)).isEqualTo(before);
        assertThat(named.keySet()).contains("Sample$fn1.class", "Sample$Inner$fn1.class", "Sample$Shape$fn1.class");
    }

    @Test
    void whatIsWrittenToStreamsStaysALambda() {
        assertThat(LambdaTaker.read(NamedLambdas.of(compiled).get(SAMPLE)).made())
                .isEmpty();
        assertThat(new String(NamedLambdas.of(compiled).get(SAMPLE), ISO_8859_1))
                .contains("altMetafactory");
    }

    @Test
    void namingTwiceChangesNothingMore() {
        Map<String, byte[]> once = NamedLambdas.of(compiled);
        assertThat(NamedLambdas.of(once)).containsExactlyEntriesOf(once);
    }

    @Test
    void whatIsNoClassIsHandedOn() {
        byte[] text = {1, 2};
        assertThat(NamedLambdas.of(Map.of("META-INF/text", text))).containsExactly(Map.entry("META-INF/text", text));
    }

    private static List<?> said(Map<String, byte[]> classes) throws Exception {
        Class<?> sample = new Loader(classes).loadClass("Sample");
        return (List<?>) ((Supplier<?>) sample.getConstructor().newInstance()).get();
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(NamedLambdasTest.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
