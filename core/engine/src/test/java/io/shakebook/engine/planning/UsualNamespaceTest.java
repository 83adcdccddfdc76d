// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which namespace counts: the step's, else its phase's, else the one that the inventory gives to the cluster. */
class UsualNamespaceTest {
    private static final String INVENTORY = """
            inventory: demo
            clusters:
              west: { context: w, namespace: of-west }
              east: { context: e }
            """;

    @Test
    void theClustersOwnCountsOnlyWhereNothingElseIsSaid() throws Exception {
        Site site = playbook("""
                  - name: one
                    cluster: west
                    steps:
                      - { name: none, service: { name: a, port: 1, selector: {} } }
                      - { name: own, namespace: of-step, service: { name: b, port: 1, selector: {} } }
                      - { name: gate, gate: { name-like: x } }
                  - name: two
                    namespace: of-phase
                    steps:
                      - { name: phase, cluster: west, service: { name: c, port: 1, selector: {} } }
                """);
        Expansion expansion = site.expand("t", Optional.empty());
        assertThat(expansion.steps())
                .extracting(step -> step.address().step() + " " + step.cluster() + " " + step.namespace())
                .containsExactly("none west of-west", "own west of-step", "gate west of-west", "phase west of-phase");
    }

    @Test
    void aClusterWithoutOneLeavesItToTheStep() {
        Site site = playbook("""
                  - name: one
                    cluster: east
                    steps:
                      - { name: none, service: { name: a, port: 1, selector: {} } }
                """);
        assertThatThrownBy(() -> site.check("t", Map.of()))
                .isInstanceOfSatisfying(
                        Mistakes.class,
                        mistakes -> assertThat(mistakes.diagnostics())
                                .singleElement()
                                .satisfies(one -> {
                                    assertThat(one.code()).isEqualTo("missing-namespace");
                                    assertThat(one.remedy())
                                            .contains("or once for all in the cluster of the inventory");
                                }));
    }

    private static Site playbook(String phases) {
        return Site.of(Map.of("t.yaml", "playbook: t\nphases:\n" + phases), INVENTORY);
    }
}
