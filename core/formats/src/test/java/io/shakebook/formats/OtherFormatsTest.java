// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.change.FileFormat.Broken;
import io.shakebook.engine.change.FileFormat.Unsettable;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherFormatsTest {
    private final StandardFileFormats formats = new StandardFileFormats();

    @Test
    void aFileIsToldByItsName() {
        assertThat(formats.ofFile("a.b.TOML")).map(FileFormat::name).contains("toml");
        assertThat(formats.ofFile("x.yml")).map(FileFormat::name).contains("yaml");
        assertThat(formats.ofFile("toml")).isEmpty();
        assertThat(formats.ofFile("redis.conf")).isEmpty();
    }

    @Test
    void yamlIsReadWithTheTypesOfVersionOneTwo() throws Exception {
        assertThat(named("yaml").read("a: on\nb: 012\nc: 6.0\nd: 6\ne: ~\nf:\n  g.h: '6'\n  i: [1, {j: x}]\n"))
                .containsEntry("a", "on")
                .containsEntry("b", 12L)
                .containsEntry("c", new BigDecimal("6.0"))
                .containsEntry("d", 6L)
                .containsEntry("e", "null")
                .containsEntry("f.\"g.h\"", "6")
                .containsEntry("f.i", "[1, {\"j\": \"x\"}]");
    }

    @Test
    void yamlIsSetInItsPlace() throws Exception {
        String text = "# top\na:   old   # why\nb:\nc: {d: 6, e: 'x'}\nlist:\n  - 1\n😀: 'y'\n";
        assertThat(named("yaml").set(text, Map.of("a", "n: 1", "b", 5L, "c.d", 7L, "c.e", "#", "\"😀\"", "z")))
                .isEqualTo("# top\na:   \"n: 1\"   # why\nb: 5\nc: {d: 7, e: \"#\"}\nlist:\n  - 1\n😀: \"z\"\n");
    }

    @Test
    void yamlThatCannotBeSetSoundlyIsRefused() {
        for (String text : new String[] {"a: |\n  x\n", "b: &x y\na: *x\n"}) {
            assertThat(catchThrowableOfType(
                                    Unsettable.class, () -> named("yaml").set(text, Map.of("a", "z")))
                            .why()
                            .get("a"))
                    .contains("cannot")
                    .as(text);
        }
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsPlace() {
        assertThat(flaw("yaml", "a: 1\nb: [\n")).startsWith("3:1 ");
        assertThat(flaw("yaml", "a: 1\nb: 2\na: 3\n")).isEqualTo("3:1 the key a is there twice");
        assertThat(flaw("yaml", "a: &x [*x]\n")).contains("leads back to itself");
        assertThat(flaw("yaml", "- a\n")).contains("must be a mapping");
    }

    @Test
    void jsonIsReadAndNothingElse() throws Exception {
        assertThat(
                        named("json")
                                .read(
                                        "{\n\t\"a\": {\"b\": 6.0, \"c\": 6, \"d\": \"x\\/\\u00e9\\\\/\"},\n\t\"e\": [true, null]\n}"))
                .containsExactly(
                        Map.entry("a.b", new BigDecimal("6.0")),
                        Map.entry("a.c", 6L),
                        Map.entry("a.d", "x/é\\/"),
                        Map.entry("e", "[true, null]"));
        assertThat(flaw("json", "a: 1")).isEqualTo("1:1 expected a value");
        assertThat(flaw("json", "{\"a\": yes}")).isEqualTo("1:7 expected a value");
        assertThat(flaw("json", "{a: 1}")).isEqualTo("1:2 expected \"");
        assertThat(catchThrowableOfType(Unsettable.class, () -> named("json").set("{\"a\": 1}", Map.of("a", 2L)))
                        .why())
                .containsOnlyKeys("a");
    }

    @Test
    void propertiesKeepCommentsAndLayout() throws Exception {
        String text = "# a = 0\n  a : one \\\n    two\n\n! b\nb\nkey\\ c=x\r\nd e";
        assertThat(named("properties").read(text))
                .containsExactly(
                        Map.entry("a", "one two"), Map.entry("b", ""), Map.entry("key c", "x"), Map.entry("d", "e"));
        assertThat(named("properties").set(text, Map.of("a", " é", "b", 5L, "d", "")))
                .isEqualTo("# a = 0\n  a : \\ \\u00e9\n\n! b\nb=5\nkey\\ c=x\r\nd ");
        assertThat(flaw("properties", "a = 1\nb = \\u12\n")).startsWith("2:1 ");
    }

    private FileFormat named(String name) {
        return formats.named(name).orElseThrow();
    }

    private String flaw(String format, String text) {
        Broken.Flaw flaw = catchThrowableOfType(
                        Broken.class, () -> named(format).read(text))
                .flaws()
                .get(0);
        return flaw.line() + ":" + flaw.column() + " " + flaw.what();
    }
}
