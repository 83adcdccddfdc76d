// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.InventoryReading.Place;
import io.shakebook.cli.SampleListing;
import io.shakebook.engine.insight.Content.Hidden;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Content.Plain;
import io.shakebook.engine.insight.FieldDifference;
import io.shakebook.engine.insight.GroupDifference;
import io.shakebook.engine.insight.InventoryDifference;
import io.shakebook.engine.insight.PlaybookDifference;
import io.shakebook.engine.insight.ThingDifference;
import io.shakebook.engine.insight.ThingDifference.Kind;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.source.JsonReader;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryVerbTest {
    private final CommandLineHarness line =
            new CommandLineHarness().listing(new FakeInventories().with(SampleListing.at("files")));

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
                new CommandLineHarness().listing(new FakeInventories().with(SampleListing.at("git:7f3c2a9")));
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
        CommandLineHarness wrong = new CommandLineHarness()
                .listing(new FakeInventories()
                        .with(new Mistakes(
                                List.of(Diagnostic.error("a", "first", ""), Diagnostic.error("b", "second", "")))));
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

    @Test
    void aDifferenceSaysWhatChangesForWhom() {
        CommandLineHarness diff = new CommandLineHarness().listing(new FakeInventories().with(difference()));
        assertThat(diff.run("inventory", "diff", "a", "b", "--exit-code")).isEqualTo(2);
        assertThat(diff.run("inventory", "diff", "a", "b", "--format", "json")).isZero();
        GoldenFile.named("inventory-diff.txt").matches(diff.out());
    }

    @Test
    void noDifferenceIsSaidAndEndsWithZero() {
        InventoryDifference.Side side = new InventoryDifference.Side("prod", "files");
        CommandLineHarness diff = new CommandLineHarness()
                .listing(new FakeInventories()
                        .with(new InventoryDifference(
                                side, side, Optional.empty(), List.of(), List.of(), List.of(), List.of())));
        assertThat(diff.run("inventory", "diff", "a", "b", "--exit-code")).isZero();
        assertThat(diff.out()).contains("No difference for anyone.");
    }

    @Test
    void whatIsComparedIsTwoRevisionsOfOneOrTwoInventories() {
        FakeInventories fake = new FakeInventories().with(difference());
        CommandLineHarness diff = new CommandLineHarness().listing(fake);
        diff.run("inventory", "diff", "main~3..v1.2", "-i", "prod", "--playbook", "a.yaml", "--playbook", "b.yaml");
        diff.run("inventory", "diff", "../old", "../new");
        assertThat(fake.asked())
                .containsExactly(
                        new Place("prod", Optional.of("main~3")),
                        new Place("prod", Optional.of("v1.2")),
                        List.of("a.yaml", "b.yaml"),
                        new Place("../old", Optional.empty()),
                        new Place("../new", Optional.empty()),
                        List.of());
        for (String wrong : List.of("main", "main..", "a..b..c", "a...b..")) {
            assertThat(diff.run("inventory", "diff", wrong, "-i", "prod"))
                    .as(wrong)
                    .isEqualTo(64);
        }
        assertThat(diff.run("inventory", "diff", "a..b")).isEqualTo(64);
        assertThat(diff.run("inventory", "diff", "a", "b", "-i", "prod")).isEqualTo(64);
    }

    private static InventoryDifference difference() {
        Named redis = new Named("redis", "redis-a");
        FieldDifference image =
                new FieldDifference("image", Optional.of(new Plain("shake:1")), Optional.of(new Plain("shake:2")));
        FieldDifference port =
                new FieldDifference("port", Optional.of(new Plain(6379L)), Optional.of(new Plain(6380L)));
        FieldDifference hidden = new FieldDifference(
                "db-password", Optional.of(new Hidden("hunter2")), Optional.of(new Hidden("hunter3")));
        return new InventoryDifference(
                new InventoryDifference.Side("prod", "git:7f3c2a9"),
                new InventoryDifference.Side("prod", "files"),
                Optional.empty(),
                List.of(
                        thing(Kind.ADDED, new Named("clusters", "site-c"), Optional.empty(), List.of(), List.of()),
                        thing(Kind.REMOVED, new Named("redis", "old"), Optional.empty(), List.of(), List.of()),
                        thing(Kind.RENAMED, redis, Optional.of("redis-1"), List.of(port), List.of()),
                        thing(
                                Kind.AFFECTED,
                                new Named("redis-pair", "shop"),
                                Optional.empty(),
                                List.of(),
                                List.of(redis))),
                List.of(new GroupDifference(
                        Kind.CHANGED, "all", Optional.empty(), List.of("new"), List.of("old"), false)),
                List.of(image, hidden),
                List.of(new PlaybookDifference("redis-dr/sync", "playbooks/redis-dr/sync.yaml", List.of(image))));
    }

    private static ThingDifference thing(
            Kind kind, Named thing, Optional<String> was, List<FieldDifference> fields, List<Named> through) {
        return new ThingDifference(kind, thing, was, fields, through);
    }
}
