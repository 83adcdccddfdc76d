// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SampleListing;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.source.JsonReader;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryVerbTest {
    private final CommandLineHarness line =
            new CommandLineHarness().listing((inventory, playbooks) -> SampleListing.at("files"));

    @Test
    void showSaysWhatIsResolved() {
        assertThat(line.run("inventory", "show", "-i", "inventories/prod")).isZero();
        GoldenFile.named("inventory-show.txt").matches(line.out());
    }

    @Test
    void withOriginsEachValueSaysWhereItStandsAndWhatItIsInsteadOf() {
        line.run("inventory", "show", "-i", "inventories/prod", "--origin");
        GoldenFile.named("inventory-show-origin.txt").matches(line.out());
    }

    @Test
    void originsOfARevisionNameItsCommit() {
        CommandLineHarness git =
                new CommandLineHarness().listing((inventory, playbooks) -> SampleListing.at("git:7f3c2a9"));
        git.run("inventory", "show", "-i", "x", "--origin");
        assertThat(git.out()).contains("inventories/prod/inventory.yaml:3@7f3c2a9");
    }

    @Test
    void anExportIsForPrograms() {
        line.run("inventory", "export", "-i", "inventories/prod", "--format", "json");
        GoldenFile.named("inventory-export.json").matches(line.out());
    }

    @Test
    void originsAreForProgramsToo() throws Exception {
        line.run("inventory", "show", "-i", "inventories/prod", "--format", "json", "--origin");
        Map<?, ?> origins = (Map<?, ?>) ((Map<?, ?>) JsonReader.read(line.out())).get("origins");
        assertThat(origins.get("clusters.site-a.parallel"))
                .isEqualTo(Map.of(
                        "file", "inventories/prod/inventory.yaml", "line", 5L, "overrides", List.of("the default 4")));
    }

    @Test
    void aGraphIsForPeopleAndForDrawingPrograms() {
        line.run("inventory", "graph", "-i", "x");
        line.run("inventory", "graph", "-i", "x", "--format", "dot");
        line.run("inventory", "graph", "-i", "x", "--format", "mermaid");
        GoldenFile.named("inventory-graph.txt").matches(line.out());
    }

    @Test
    void checkSaysWhatIsDubiousAndEndsWithZero() {
        assertThat(line.run("inventory", "check", "-i", "inventories/prod")).isZero();
        assertThat(line.out())
                .isEqualTo("inventories/prod is valid: 1 cluster, 1 redis, 1 redis-pair, 1 group, 3 parameters;"
                        + " 1 warning. Nothing was contacted.\n");
        assertThat(line.err()).contains("warning[password-in-file]", "inventory.yaml:16:16");
    }

    @Test
    void checkSaysEveryMistakeAndEndsWith65() {
        CommandLineHarness wrong = new CommandLineHarness().listing((inventory, playbooks) -> {
            throw new Mistakes(List.of(Diagnostic.error("a", "first", ""), Diagnostic.error("b", "second", "")));
        });
        assertThat(wrong.run("inventory", "check", "-i", "x")).isEqualTo(65);
        assertThat(wrong.err()).contains("error[a]: first", "error[b]: second", "2 mistakes");
    }

    @Test
    void whatLooksLikeAPasswordIsNeverPrinted() {
        for (String verb : List.of("show", "export", "check", "graph")) {
            line.run("inventory", verb, "-i", "x");
        }
        assertThat(line.out() + line.err()).doesNotContain("hunter2");
    }
}
