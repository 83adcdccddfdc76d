// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs write is taken as they mean it. */
class ForeignYamlTest {
    @Test
    void whatLooksLikeAnotherTypeToYaml11IsTextAsItStands() throws Exception {
        assertThat(ForeignYaml.read("[on, yes, 012, 1:30, 1e5, 0x1F, 2024-01-02, 1_000, -0, 99999999999999999999]"))
                .isEqualTo(List.of(
                        "on",
                        "yes",
                        "012",
                        "1:30",
                        "1e5",
                        "0x1F",
                        "2024-01-02",
                        "1_000",
                        "-0",
                        "99999999999999999999"));
        assertThat(ForeignYaml.read("[true, False, '1', \"true\", 7, -12, 1.50]"))
                .isEqualTo(List.of(true, false, "1", "true", 7L, -12L, new BigDecimal("1.50")));
    }

    @Test
    void nothingIsNull() throws Exception {
        Map<String, Object> nothing = new LinkedHashMap<>();
        nothing.put("a", null);
        nothing.put("b", null);
        nothing.put("c", "");
        assertThat(ForeignYaml.read("a: ~\nb:\nc: ''\n")).isEqualTo(nothing);
        assertThat(ForeignYaml.read("")).isNull();
    }

    @Test
    void anAnchorIsFollowed() throws Exception {
        assertThat(ForeignYaml.read("a: &x {b: 1}\nc: *x\n"))
                .isEqualTo(Map.of("a", Map.of("b", 1L), "c", Map.of("b", 1L)));
    }

    /** Each level names the one before nine times: written out, it would have nine to the power of nine leaves. */
    @Test
    void anchorsDoNotMultiply() throws Exception {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level <= 5; level++) {
            String before = "*a" + (level - 1);
            text.append("a" + level + ": &a" + level + " [" + (before + ", ").repeat(8) + before + "]\n");
        }
        Map<?, ?> read = (Map<?, ?>) ForeignYaml.read(text.toString());
        List<?> last = (List<?>) read.get("a5");
        assertThat(last.get(0)).isSameAs(last.get(8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [*x]\n",
                "a: [1",
                "? [a]\n: b\n",
                "a: *nobody\n",
                "a: !!javax.script.ScriptEngineManager [x]\n",
                "token: secret\n\tb"
            })
    void whatIsNoTreeIsRefusedWithoutAWordOfIt(String text) {
        assertThatThrownBy(() -> ForeignYaml.read(text))
                .isInstanceOf(ForeignYaml.Broken.class)
                .hasMessage("this is not YAML");
    }
}
