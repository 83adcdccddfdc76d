// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference pages show can be read. */
class DocumentedExamplesTest {

    static Stream<String> examples() throws IOException {
        Path docs = Path.of("../../docs");
        String pages = Files.readString(docs.resolve("playbook-reference.md"))
                + Files.readString(docs.resolve("inventory-reference.md"));
        return Arrays.stream(pages.split("```yaml\n")).skip(1).map(block -> block.substring(0, block.indexOf("```")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachIsStrictYamlAndEachPlaybookIsOne(String example) {
        Problems problems = new Problems();
        boolean alternatives = example.startsWith("password:");

        Optional<YamlNode> node = YamlReader.read(
                "docs", alternatives ? example.lines().findFirst().orElseThrow() : example, problems);
        if (example.startsWith("playbook:")) {
            assertThat(node.flatMap(root -> new PlaybookParser(problems).parse(root, "redis-dr/stop.yaml")))
                    .isPresent();
        }

        assertThat(problems.all()).isEmpty();
    }
}
