// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {
    private static Object[][] documents() {
        return new Object[][] {
            {"a: 1\nb: two", "{'a': 1, 'b': 'two'}"},
            {"---\na:\n  b: true\n  c: null\nd: ~", "{'a': {'b': true, 'c': null}, 'd': null}"},
            {"a:\n- x\n- y: 1\n  z: 2\n-\n  k: v", "{'a': ['x', {'y': 1, 'z': 2}, {'k': 'v'}]}"},
            {"a:\n  - - 1\n    - 2", "{'a': [[1, 2]]}"},
            {"a: {b: [1, 'x y', \"q\\n\"], c: {}}", "{'a': {'b': [1, 'x y', 'q\\n'], 'c': {}}}"},
            {"a: |\n  one\n    two\n\n  three\nb: 1", "{'a': 'one\\n  two\\n\\nthree\\n', 'b': 1}"},
            {"a: |-\n  one # kept\nb: >\n  x\n  y", "{'a': 'one # kept', 'b': 'x y\\n'}"},
            {"a: 1 # comment\n# all of it\nb: 'say ''x'' # not'", "{'a': 1, 'b': 'say \\u0027x\\u0027 # not'}"},
            {"image: registry:5000/x@sha256:ab", "{'image': 'registry:5000/x@sha256:ab'}"},
            {"\"k: y\": v", "{'k: y': 'v'}"},
            {"a: 1.5\nb: 010\nc: 1e3", "{'a': 1.5, 'b': '010', 'c': '1e3'}"},
            {"{\"a\": 1}", "{'a': 1}"},
            {"", "{}"},
        };
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isReadAsTheTreeThatItWrites(String yaml, String json) throws InvalidJson {
        assertThat(Yaml.parse(yaml)).isEqualTo(Json.parse(json.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1", "a: 'x", "a: &x 1", "a: 1\n   b: 2", "a: 1\na: 2", "a: {b: 1}}"})
    void isRefusedWhereItIsNot(String yaml) {
        assertThatThrownBy(() -> Yaml.parse(yaml))
                .isInstanceOf(InvalidJson.class)
                .hasMessageContaining("yaml");
    }
}
