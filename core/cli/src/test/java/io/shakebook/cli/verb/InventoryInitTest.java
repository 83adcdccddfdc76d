// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.InventoryStart.Request;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlReader;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryInitTest {
    private final FakeStart start = new FakeStart();
    private final CommandLineHarness shakebook = new CommandLineHarness().starting(start);

    @Test
    void withoutAFolderItIsOnlyShown() {
        assertThat(shakebook.run("inventory", "init", "--context", "a", "--context", "b c", "--kubeconfig", "kc"))
                .isZero();
        GoldenFile.named("inventory-init.yaml").matches(shakebook.out());
        GoldenFile.named("inventory-init.txt").matches(shakebook.err());
        assertThat(start.saved).isEmpty();
        assertThat(start.requests)
                .containsExactly(new Request(List.of("a", "b c"), Optional.of("kc"), Optional.empty()));
    }

    @Test
    void whatIsWrittenIsStrictYamlAlsoWithItsExamples() {
        assertThat(shakebook.run("inventory", "init", "--context", "a", "-o", "prod", "-q"))
                .isZero();
        assertThat(shakebook.out()).isEqualTo("prod/inventory.yaml\n");
        assertThat(shakebook.err()).isEmpty();
        String text = start.saved.get(0);
        for (String one : List.of(text, text.replaceAll("(?m)^# ", ""))) {
            Problems problems = new Problems();
            assertThat(YamlReader.read("inventory.yaml", one, problems)).isPresent();
            assertThat(problems.all()).isEmpty();
        }
    }

    @Test
    void aContextIsNeeded() {
        assertThat(shakebook.run("inventory", "init")).isEqualTo(64);
        assertThat(shakebook.err()).contains("this is missing: --context CONTEXT");
        assertThat(shakebook.run("inventory", "init", "--help")).isZero();
        assertThat(shakebook.out()).contains("Example");
    }
}
