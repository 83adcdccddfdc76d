// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SamplePlan;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.insight.Fleet;
import io.shakebook.engine.source.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetVerbsTest {
    private final FakeFleet fleet = new FakeFleet()
            .with("shop", new FakeSession(SamplePlan.first()))
            .with("books", new FakeSession(SamplePlan.nothing()))
            .with("toys", new FakeSession(SamplePlan.first()));
    private final CommandLineHarness shakebook = new CommandLineHarness().planning(fleet);

    @Test
    void aPlanForEachAndOneSummary() {
        assertThat(plan("--limit", "shop,books", "--exit-code")).isEqualTo(2);
        assertThat(fleet.asked).containsExactly(new Fleet.Query("all", List.of("shop", "books")));
        assertThat(shakebook.err())
                .startsWith("Fleet  the group all, 2 of 3 entries, each as pair: shop, books\n  left out: toys\n");
        assertThat(shakebook.out())
                .contains("=== pair=shop  (1 of 2)", "=== pair=books  (2 of 2)", "2 plans, 1 with changes.")
                .endsWith(
                        "carry them out:  shakebook run link.yaml -i demo --for-each-in all --limit shop --limit books\n");
        assertThat(fleet.of("shop").closed).isTrue();
        assertThat(fleet.of("toys").requests).isEmpty();
    }

    @Test
    void plansAreForProgramsToo() throws Exception {
        assertThat(plan("--format", "json")).isZero();
        Map<?, ?> tree = (Map<?, ?>) JsonReader.read(shakebook.out());
        assertThat(tree.get("format")).isEqualTo("shakebook.fleet-plan/1");
        assertThat(((Map<?, ?>) tree.get("plans")).keySet().toString()).isEqualTo("[shop, books, toys]");
    }

    @Test
    void oneYesIsForAllAndTheyRunInOrder() {
        assertThat(run("--yes", "--confirm", "all")).isZero();
        assertThat(Stream.of("shop", "books", "toys")
                        .map(entry -> fleet.of(entry).ran.get(0)))
                .containsOnly("--yes");
        assertThat(shakebook.out()).contains("Fleet all: 3 of 3 done.");
    }

    @Test
    void onATerminalOneQuestionIsAskedForAll() {
        assertThat(shakebook
                        .onATerminal("yes\n")
                        .run("run", "link.yaml", "-i", "demo", "--for-each-in", "all", "--confirm", "all"))
                .isZero();
        assertThat(shakebook.err()).containsOnlyOnce("Carry out these plans one after the other?");
        assertThat(fleet.of("toys").ran.get(0)).isEqualTo("prompt");
    }

    @Test
    void withoutATerminalAndWithoutYesNothingIsCarriedOut() {
        assertThat(run()).isEqualTo(6);
        assertThat(fleet.of("shop").ran).isEmpty();
        assertThat(shakebook.out()).endsWith("go on:  shakebook run link.yaml -i demo --for-each-in all --yes\n");
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED_PART_WAY, 3",
        "FAILED_NOTHING_CHANGED, 3",
        "REFUSED, 3",
        "STALE, 4",
        "UNREACHABLE, 69",
        "INTERRUPTED, 130",
    })
    void theFirstThatDoesNotEndWellEndsIt(Outcome outcome, int code) {
        fleet.of("books").outcome = outcome;
        assertThat(run("--yes", "--confirm", "all")).isEqualTo(code);
        assertThat(fleet.of("shop").ran).isNotEmpty();
        assertThat(fleet.of("toys").ran).isEmpty();
        assertThat(shakebook.out())
                .contains("Fleet all: 1 of 3 done.")
                .containsPattern("toys +not begun")
                .endsWith("the rest:  shakebook run link.yaml -i demo --yes --confirm all --for-each-in all\n");
    }

    @Test
    void nothingWasChangedIsTrueOfTheFirstOne() {
        fleet.of("shop").outcome = Outcome.FAILED_NOTHING_CHANGED;
        assertThat(run("--yes", "--confirm", "all")).isEqualTo(1);
    }

    @Test
    void whatNobodyAnswersPausesTheFleet() {
        assertThat(run("--yes")).isEqualTo(7);
        assertThat(shakebook.out()).contains("shakebook resume r-1 --confirm link/start");
        assertThat(fleet.of("books").ran).isEmpty();
    }

    @Test
    void eventsSayWhichEntryTheyAreOf() {
        run("--yes", "--confirm", "all", "--format", "json");
        List<String> lines = shakebook.out().lines().toList();
        assertThat(lines.get(0)).contains("\"event\": \"fleet-entry\"", "\"entry\": \"shop\"");
        assertThat(lines.get(lines.size() - 1))
                .contains("\"event\": \"fleet-ended\"", "\"shop\": 0, \"books\": 0, \"toys\": 0", "\"exit\": 0");
        assertThat(lines).allMatch(line -> line.startsWith("{"));
    }

    @Test
    void allPlansAreMadeFromOneRevision() {
        fleet.with("toys", new FakeSession(SamplePlan.at(SamplePlan.first(), "git:2da4bd2")));
        assertThat(run("--yes", "--confirm", "all")).isEqualTo(74);
        assertThat(shakebook.err()).contains("There is no plan for pair=toys", "moved to another revision", "2da4bd2");
        assertThat(fleet.of("shop").ran).isEmpty();
        assertThat(fleet.of("shop").closed).isTrue();
    }

    @Test
    void whatMakesNoSenseForAFleetIsRefused() {
        assertThat(plan("--out", "x.plan")).isEqualTo(64);
        assertThat(plan("--against", "main")).isEqualTo(64);
        assertThat(run("--approve-digest", "6b1e04d26b1e")).isEqualTo(64);
        assertThat(shakebook.run("run", "link.yaml", "-i", "demo", "--limit", "shop"))
                .isEqualTo(64);
        assertThat(shakebook.err()).contains("--limit picks from a group");
    }

    private int plan(String... more) {
        return command("plan", more);
    }

    private int run(String... more) {
        return command("run", more);
    }

    private int command(String verb, String... more) {
        return shakebook.run(
                Stream.concat(Stream.of(verb, "link.yaml", "-i", "demo", "--for-each-in", "all"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
