// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.FileFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever text is set by key, it is read back; and filling a hole with the escaped text is the same as setting it. */
class AnyTextPropertyTest {
    private static final long SEED = 20261122;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "toml,'a = \"old\" # why\nb = 1\n'",
        "yaml,'a: old # why\nb: 1\n'",
        "properties,'# why\na = old\nb: 1\n'"
    })
    void isReadBack(String name, String template) throws Exception {
        FileFormat format = new StandardFileFormats().named(name).orElseThrow();
        String holed = format.set(template, Map.of("a", "H0LE"));
        for (String text : (Iterable<String>) RandomTexts.many(SEED)::iterator) {
            assertThat(format.read(format.set(template, Map.of("a", text))))
                    .as("seed %d", SEED)
                    .containsEntry("a", text);
            assertThat(holed.replace("H0LE", format.escape(text))).isEqualTo(format.set(template, Map.of("a", text)));
        }
    }
}
