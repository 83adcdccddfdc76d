// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.spi.kube.Manifest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One side is down: what does not depend on it is planned and shown, the rest says why it is not known. */
class PlannerPreviewTest {
    private static final String PLAYBOOK = """
            playbook: t
            facts:
              here:
                entries:
                  cluster: west
                  namespace: ns
              there:
                entries:
                  cluster: east
                  namespace: ns
            phases:
              - name: one
                cluster: west
                namespace: ns
                steps:
                  - name: plain
                    settings: { name: plain, data: { a: x } }
                  - name: each-here
                    for-each: row in facts.here
                    settings:
                      name: copy-of-${row.name}
                      data: { a: x }
                  - name: each-there
                    for-each: row in facts.there
                    settings:
                      name: back-${row.name}
                      data: { a: x }
                  - name: sometimes
                    when: "\\"a\\" in facts.there"
                    settings: { name: sometimes, data: { a: x } }
                  - name: there
                    cluster: east
                    front: { name: front, port: 80 }
                  - name: uses-there
                    settings:
                      name: uses
                      data:
                        a: port ${steps.there.node-port}
              - name: two
                import: u
                with:
                  text: ${facts.there["a"].value}
            """;

    private static final String IMPORTED = """
            playbook: u
            parameters:
              text:  { type: string }
              other: { type: string, default: x }
            phases:
              - name: in
                point-of-no-return: It writes ${text}.
                cluster: west
                namespace: ns
                steps:
                  - name: ask
                    confirm: Is ${text} right?
                  - name: with-text
                    settings:
                      name: with-text
                      data:
                        a: ${text}
                  - name: without
                    settings:
                      name: without
                      data:
                        a: ${other}
                  - name: after
                    needs: [with-text]
                    shows: { kind: ConfigMap, name: with-text, field: data.a }
            """;

    private final TwoClusters clusters =
            new TwoClusters().with("west", settings("a")).down("east");

    /** What is found there decides what is done here: another cluster there would make another plan. */
    @Test
    void aClusterThatOnlyAFactReadsIsPartOfThePlanToo() throws Exception {
        Plan plan = new PlannerSite(new TwoClusters().with("east", settings("a"))).plan("""
                        playbook: t
                        facts:
                          there: { entries: { cluster: east, namespace: ns } }
                        phases:
                          - name: one
                            cluster: west
                            namespace: ns
                            steps:
                              - name: each-there
                                for-each: row in facts.there
                                settings:
                                  name: back-${row.name}
                                  data: { a: x }
                        """);

        assertThat(plan.made().clusters()).containsOnlyKeys("east", "west");
        assertThat(plan.made().clusters().get("east").identity()).isEqualTo("identity of east");
        assertThat(plan.made().access()).containsOnlyKeys("east", "west");
    }

    @Test
    void whatDoesNotDependOnTheSideThatIsDownIsPlanned() throws Exception {
        Plan plan = new PlannerSite(clusters).plan(Map.of("t.yaml", PLAYBOOK, "u.yaml", IMPORTED));

        assertThat(PlannerSite.states(plan))
                .containsExactly(
                        entry("one/plain", "changes"),
                        entry("one/each-here[a]", "changes"),
                        entry("one/each-there", "not known: no answer from east"),
                        entry("one/sometimes", "not known: no answer from east"),
                        entry("one/there", "not known: no answer from east"),
                        entry("one/uses-there", "changes"),
                        entry("two/in/ask", "not known: no answer from east"),
                        entry("two/in/with-text", "not known: no answer from east"),
                        entry("two/in/without", "changes"),
                        entry("two/in/after", "not known: it comes after two/in/with-text, which is not known"));
        assertThat(plan.seen().unreachable()).containsExactly(entry("east", "connection refused"));
        assertThat(plan.facts()).extracting(fact -> fact.address()).containsExactly("here");
        assertThat(plan.phases().get(1).pointOfNoReturn()).contains("It writes ${text}.");
        assertThat(PlanFile.write(plan)).doesNotContain("\"digest\": \"sha256");
    }

    @Test
    void whenBothSidesAnswerTheSameFilesArePlannedInFull() throws Exception {
        TwoClusters up = new TwoClusters().with("west", settings("a")).with("east", settings("a"));

        Plan plan = new PlannerSite(up).plan(Map.of("t.yaml", PLAYBOOK, "u.yaml", IMPORTED));

        assertThat(PlannerSite.states(plan).values()).noneMatch(state -> state.startsWith("not known"));
        assertThat(plan.seen().unreachable()).isEmpty();
    }

    @Test
    void aSideThatNoParameterStepOrFactNamesIsNotEvenAsked() throws Exception {
        Plan plan = new PlannerSite(clusters).plan("""
                playbook: t
                phases:
                  - name: one
                    cluster: west
                    namespace: ns
                    steps:
                      - name: plain
                        settings: { name: plain, data: { a: x } }
                """);

        assertThat(plan.seen().unreachable()).isEmpty();
        assertThat(clusters.asked()).containsExactly("west");
    }

    private static Manifest settings(String name) {
        return Manifest.of(Things.settings("ns", name), Map.of("data", Map.of("value", "v")));
    }
}
