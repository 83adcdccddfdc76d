// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.planning.Fakes;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.ParameterReader;
import io.shakebook.engine.planning.Trees;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetPickerTest {
    private static final String FLEET = Listings.SITE
            .replace(
                    "  shop:\n",
                    "  books: { primary: orders, standby: copies }\n"
                            + "  toys-1: { primary: orders, standby: copies }\n"
                            + "  toys-2: { primary: orders, standby: copies }\n"
                            + "  shop:\n")
            .replace("  all-pairs: [shop]\n", """
                  all-pairs: [toys-2, shop, books, toys-1, shop]
                  toys: [toys-1, toys-2]
                  stores: [orders, copies]
                  mixed: [shop, orders]
                  none: []
                """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "one | all-pairs | - | pair: toys-2 shop books toys-1 / ",
                "one | all-pairs | shop | pair: shop / toys-2 books toys-1",
                "one | all-pairs | toys-1 shop | pair: shop toys-1 / toys-2 books",
                "one | all-pairs | toys | pair: toys-2 toys-1 / shop books",
                "one | all-pairs | *o* | pair: toys-2 shop books toys-1 / ",
                "one | all-pairs | toys-? | pair: toys-2 toys-1 / shop books",
                "one | toys | all-pairs | pair: toys-1 toys-2 / ",
                "one | all-pair | - | unknown-group: did you mean \"all-pairs\"?",
                "one | none | - | empty-group: name some in the inventory",
                "one | stores | - | no-parameter: name a group of one type; its parameters take: pair (store-pair)",
                "one | mixed | - | no-parameter: name a group of one type; its parameters take: pair (store-pair)",
                "one | all-pairs | shp | unknown-limit: did you mean \"shop\"?",
                "one | all-pairs | shp boks | unknown-limit: did you mean \"shop\"? unknown-limit: did you mean \"books\"?",
                "one | all-pairs | stores | empty-limit: its entries: toys-2, shop, books, toys-1",
                "one | toys | shop | empty-limit: its entries: toys-1, toys-2",
                "one | all-pairs | x* | empty-limit: its entries: toys-2, shop, books, toys-1",
                "two | all-pairs | - | several-parameters: give all but one of them with -p",
                "two -b | all-pairs | shop | a: shop / toys-2 books toys-1",
                "one -pair | all-pairs | - | given-parameter: leave out one of the two",
            })
    void aGroupIsPickedFromAndSaysWhatWasLeftOut(String playbook, String group, String limit, String expected) {
        assertThat(picked(playbook, new Fleet.Query(group, limit == null ? List.of() : List.of(limit.split(" ")))))
                .isEqualTo(expected.strip());
    }

    private static String picked(String playbook, Fleet.Query query) {
        String parameters = playbook.startsWith("one")
                ? "  pair: { type: store-pair }\n"
                : "  a: { type: store-pair }\n  b: { type: store-pair }\n  c: { type: string }\n";
        Map<String, String> typed =
                playbook.contains(" -") ? Map.of(playbook.substring(playbook.indexOf('-') + 1), "shop") : Map.of();
        Inventory inventory = Listings.inventory(Map.of("inventory.yaml", FLEET), new Problems());
        try {
            ParameterReader.Parameters read = new ParameterReader(Fakes.catalog())
                    .read(
                            Trees.of(Map.of(
                                    "p.yaml", "playbook: p\nsummary: P.\nparameters:\n" + parameters + "phases: []\n")),
                            "p.yaml",
                            inventory,
                            typed);
            Fleet fleet = new FleetPicker(inventory, read, typed.keySet()).pick(query);
            return (fleet.parameter() + ": " + String.join(" ", fleet.picked()) + " / "
                            + String.join(" ", fleet.leftOut()))
                    .strip();
        } catch (Mistakes mistakes) {
            return mistakes.diagnostics().stream().map(FleetPickerTest::said).collect(Collectors.joining(" "));
        }
    }

    private static String said(Diagnostic one) {
        return one.code() + ": " + one.remedy();
    }
}
