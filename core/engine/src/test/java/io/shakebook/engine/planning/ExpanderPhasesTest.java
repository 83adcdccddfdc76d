// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.plan.OnFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpanderPhasesTest {
    private static final String STEPS = "    steps: [{ name: NAME, gate: { name-like: x } }]\n";

    @Test
    void aPhaseNeedsTheOneBeforeItUnlessItSaysElse() throws Exception {
        assertThat(phases("""
                playbook: t
                phases:
                  - name: a
                    steps: []
                  - name: b
                    needs: []
                    on-failure: finish-phase
                    steps: []
                  - name: c
                    needs: [a, b]
                    steps: []
                  - name: d
                    steps: []
                """, "")).containsExactly("a []", "b []", "c [a, b]", "d [c]");
    }

    @Test
    void phasesStandInAnOrderInWhichTheyCanBeCarriedOut() throws Exception {
        assertThat(phases("""
                playbook: t
                phases:
                  - name: a
                    needs: [b]
                    steps: []
                  - name: b
                    needs: []
                    steps: []
                """, "")).containsExactly("b []", "a [b]");
    }

    @Test
    void whatNeedsAnImportNeedsItsLastPhasesAndItsFirstNeedWhatTheImportNeeds() throws Exception {
        assertThat(phases("""
                playbook: t
                phases:
                  - name: before
                    steps: []
                  - name: inner
                    import: u
                  - name: after
                    steps: []
                """, """
                playbook: u
                phases:
                  - name: x
                    steps: []
                  - name: left
                    steps: []
                  - name: right
                    needs: [x]
                    steps: []
                """))
                .containsExactly(
                        "before []",
                        "inner/x [before]",
                        "inner/left [inner/x]",
                        "inner/right [inner/x]",
                        "after [inner/left, inner/right]");
    }

    @Test
    void aPointOfNoReturnBesideAnImportIsAskedBeforeItsFirstPhase() throws Exception {
        Expansion expansion = expansion("""
                playbook: t
                phases:
                  - name: inner
                    point-of-no-return: Outer.
                    import: u
                """, """
                playbook: u
                phases:
                  - name: x
                    point-of-no-return: Inner.
                    steps: []
                  - name: z
                    on-failure: finish-phase
                    steps: []
                """);

        assertThat(expansion.phases().get(0).pointOfNoReturn()).contains("Outer. Inner.");
        assertThat(expansion.phases().get(1).pointOfNoReturn()).isEmpty();
        assertThat(expansion.phases().get(1).onFailure()).isEqualTo(OnFailure.FINISH_PHASE);
    }

    @Test
    void aNeedOfAStepWithALoopIsANeedOfAllItsRuns() throws Exception {
        Expansion expansion = expansion("""
                playbook: t
                parameters:
                  names: { type: list of string, default: [x, z] }
                phases:
                  - name: one
                    steps:
                      - name: each
                        for-each: name in names
                        gate:
                          name-like: ${name}
                      - name: last
                        needs: [each]
                        confirm: Done?
                """, "");

        assertThat(expansion.steps().get(2).needs())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("one/each[x]", "one/each[z]");
        assertThat(expansion.steps().get(2).confirm()).contains("Done?");
    }

    @Test
    void aFactThatNobodyUsesIsNotRead() throws Exception {
        Expansion expansion = expansion("""
                playbook: t
                facts:
                  unused:
                    running: { name-like: x }
                phases:
                  - name: one
                """ + STEPS.replace("NAME", "a"), "");

        assertThat(expansion.facts()).isEmpty();
        assertThat(expansion.steps()).hasSize(1);
    }

    private static List<String> phases(String playbook, String imported) throws Exception {
        return expansion(playbook, imported).phases().stream()
                .map(phase -> phase.address() + " " + phase.needs())
                .toList();
    }

    private static Expansion expansion(String playbook, String imported) throws Exception {
        return Site.of(Map.of("t.yaml", playbook, "u.yaml", imported)).expand("t", Optional.empty());
    }
}
