// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.shakebook.engine.change.FileFormat.Broken;
import io.shakebook.engine.change.FileFormat.Unsettable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TomlFormatTest {
    private final TomlFormat toml = new TomlFormat();
    private final String sync = sync();

    @Test
    void readsByDottedKeyAndKeepsFloatsAndIntegersApart() throws Exception {
        assertThat(toml.read(sync))
                .hasSize(24)
                .containsEntry("type", "sync")
                .containsEntry("source.version", new BigDecimal("6.0"))
                .containsEntry("source.tls", false)
                .containsEntry("advanced.ncpu", 4L)
                .containsEntry("advanced.target_redis_client_max_querybuf_len", 1_024_000_000L);
    }

    @Test
    void readsListsAsTheirCanonicalTextAndQuotesKeysThatAreNoWords() throws Exception {
        assertThat(toml.read("a = [ 1,2.0, 'x' ]\n\"b.c\" = 1979-05-27\n[[t]]\nn = 1\n[[t]]\nn = {m = true}\n"))
                .containsExactly(
                        Map.entry("a", "[1, 2.0, \"x\"]"),
                        Map.entry("\"b.c\"", "1979-05-27"),
                        Map.entry("t", "[{\"n\": 1}, {\"n\": {\"m\": true}}]"));
    }

    @Test
    void settingKeepsEveryOtherByte() throws Exception {
        String set = toml.set(
                sync,
                Map.of(
                        "source.version",
                        new BigDecimal("7"),
                        "source.password",
                        "a\"b\\c\nd",
                        "advanced.target_redis_proto_max_bulk_len",
                        5L,
                        "target.tls",
                        true));
        assertThat(set)
                .isEqualTo(sync.replaceFirst("version = 6.0 #", "version = 7.0 #")
                        .replaceFirst("\"change-me\" #", "\"a\\\\\"b\\\\\\\\c\\\\nd\" #")
                        .replaceFirst("512_000_000", "5")
                        .replaceFirst("(?s)(target\\].*?tls = )false", "$1true"));
    }

    @Test
    void settingNothingOrTheSameLeavesTheFileAlone() throws Exception {
        String windows = "a = 1\r\n\r\n  b.c = 'x' # y\r\nd = \"\"";
        assertThat(toml.set(windows, Map.of())).isEqualTo(windows);
        assertThat(toml.set(windows, Map.of("d", "z"))).isEqualTo(windows.replace("\"\"", "\"z\""));
    }

    @Test
    void namesEveryKeyThatCannotBeSetAndWhatWouldDo() {
        Unsettable unsettable = catchThrowableOfType(
                Unsettable.class,
                () -> toml.set(
                        sync,
                        Map.of(
                                "source.adress",
                                "x",
                                "source.version",
                                6L,
                                "advanced.ncpu",
                                new BigDecimal("4.0"),
                                "target.type",
                                1L,
                                "target.tls",
                                "yes")));
        assertThat(unsettable)
                .extracting(Unsettable::why, MAP)
                .containsOnly(
                        Map.entry("source.adress", "the template has no such key: did you mean \"source.address\"?"),
                        Map.entry("source.version", "the template has a float there: write 6.0"),
                        Map.entry("advanced.ncpu", "the template has an integer there: write 4"),
                        Map.entry("target.type", "the template has a string there: write \"1\" in quotes"),
                        Map.entry("target.tls", "the template has a boolean there: write true or false"));
    }

    @Test
    void saysWhereATextIsNotToml() {
        Broken broken = catchThrowableOfType(Broken.class, () -> toml.read("a = 1\nb = \n"));
        assertThat(broken.flaws()).containsExactly(new Broken.Flaw(2, 5, "Unexpected end of line, expected a value"));
    }

    private static String sync() {
        try (InputStream file = TomlFormatTest.class.getResourceAsStream("sync.toml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
