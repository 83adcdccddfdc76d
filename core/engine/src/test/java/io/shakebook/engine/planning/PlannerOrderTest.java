// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.kube.Manifest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Steps that get in each other's way are found while planning, from the playbook's text on. */
class PlannerOrderTest {
    private static final String START = """
            playbook: t
            facts:
              all:
                entries:
                  cluster: west
                  namespace: ns
            phases:
              - name: one
                cluster: west
                namespace: ns
                steps:
            """;

    private final PlannerSite site =
            new PlannerSite(new TwoClusters().with("west", settings("a", "old")).with("west", settings("b", "old")));

    @Test
    void twoStepsThatWantDifferentThingsOfOneFieldContradictEachOther() throws Exception {
        assertThat(site.speaksAgainst(START + """
                  - name: first
                    settings: { name: a, data: { value: x } }
                  - name: second
                    needs: [first]
                    settings: { name: a, data: { value: z } }
            """))
                .containsExactly(
                        "contradiction: \"one/first\" and \"one/second\" want different things of data.value of"
                                + " ConfigMap ns/a");
    }

    @Test
    void thatOneOfThemIsThereAlreadyMakesNoDifference() throws Exception {
        assertThat(site.speaksAgainst(START + """
                  - name: first
                    settings: { name: a, data: { value: old } }
                  - name: second
                    needs: [first]
                    settings: { name: a, data: { value: z } }
            """)).singleElement().asString().startsWith("contradiction");
    }

    @Test
    void oneThatWantsAnObjectAndOneThatWantsItGoneContradictEachOther() throws Exception {
        assertThat(site.speaksAgainst(START + """
                  - name: first
                    settings: { name: a, data: { value: x } }
                  - name: second
                    needs: [first]
                    gone: { name: a }
            """))
                .containsExactly(
                        "contradiction: \"one/first\" and \"one/second\" want different things of the existence of ConfigMap ns/a");
    }

    @Test
    void theSameFieldTwiceWithTheSameValueIsFineInAnOrder() throws Exception {
        String both = """
                  - name: first
                    settings: { name: a, data: { value: x, one: x } }
                  - name: second
                    %s
                    settings: { name: a, data: { value: x, two: x } }
            """;

        assertThat(site.speaksAgainst(START + both.formatted("needs: [first]"))).isEmpty();
        assertThat(site.speaksAgainst(START + both.formatted("# no order")))
                .containsExactly("no-order: \"one/first\" and \"one/second\" meet at ConfigMap ns/a, but neither comes"
                        + " before the other");
    }

    @Test
    void aStepThatReadsWhatAnotherWritesNeedsAnOrder() throws Exception {
        String both = """
                  - name: write
                    settings: { name: new, data: { value: x } }
                  - name: read
                    %s
                    %s
            """;
        String get = "shows: { kind: ConfigMap, name: new, field: data.value }";
        String list = "counts: { exactly: 3 }";

        assertThat(site.speaksAgainst(START + both.formatted("needs: [write]", get)))
                .isEmpty();
        assertThat(site.speaksAgainst(START + both.formatted("needs: [write]", list)))
                .isEmpty();
        assertThat(site.speaksAgainst(START + both.formatted("# no order", list)))
                .anyMatch(
                        found -> found.startsWith("no-order: \"one/write\" and \"one/read\" meet at ConfigMap ns/new"));
    }

    @Test
    void aFactMustNotReturnWhatThePlanChanges() throws Exception {
        assertThat(site.speaksAgainst(START + """
                  - name: write
                    settings: { name: a, data: { value: new } }
                  - name: copy
                    needs: [write]
                    settings:
                      name: copy
                      data:
                        of-a: ${facts.all["a"].value}
            """))
                .containsExactly(
                        "fact-of-own-making: \"one/copy\" uses the fact all[a].value, which \"one/write\" changes"
                                + " before");
    }

    @Test
    void aStepMayChangeWhatItWasMadeFromItself() throws Exception {
        assertThat(site.speaksAgainst(START + """
                  - name: each
                    for-each: row in facts.all
                    settings:
                      name: ${row.name}
                      data:
                        value: new instead of ${row.value}
            """)).isEmpty();
    }

    @Test
    void columnsThatStayAsTheyAreMayBeUsed() throws Exception {
        assertThat(site.speaksAgainst(START + """
                  - name: write
                    settings: { name: a, data: { value: new } }
                  - name: copy
                    needs: [write]
                    settings:
                      name: copy
                      data:
                        of-a: ${facts.all["a"].name}
                        of-b: ${facts.all["b"].value}
            """)).isEmpty();
    }

    private static Manifest settings(String name, String value) {
        return Manifest.of(Things.settings("ns", name), Map.of("data", Map.of("value", value)));
    }
}
