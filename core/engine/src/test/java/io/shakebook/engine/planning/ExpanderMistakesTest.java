// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpanderMistakesTest {
    private final Site shipped = Site.shipped();

    @Test
    void allMistakesOfAllFilesAreSaidAtOnce() {
        Site site = Site.of(Map.of(
                "t.yaml", """
                        playbook: t
                        phases:
                          - name: one
                            import: u
                            with: { txt: x }
                          - name: two
                            needs: [tree]
                            steps:
                              - name: a
                                servise: {}
                        """,
                "u.yaml", """
                        playbook: u
                        phases:
                          - name: in
                            steps:
                              - name: b
                                gate: { name-lik: x, otherwise: 5 }
                        """));

        assertThat(mistakes(site, Map.of()))
                .containsExactly(
                        "t.yaml:5:13 unknown-parameter",
                        "t.yaml:7:13 unknown-phase",
                        "t.yaml:10:9 unknown-module",
                        "u.yaml:6:17 unknown-argument",
                        "u.yaml:6:41 wrong-type");
    }

    @Test
    void whatAStepWithATakenNameSaysIsCheckedWithoutWaitingForItsNewName() {
        Site site = Site.of(Map.of("t.yaml", """
                playbook: t
                phases:
                  - name: one
                    cluster: west
                    namespace: orders
                    steps:
                      - name: front
                        service: { name: a, port: 1, selector: {} }
                      - name: front
                        needs: [front, frnt]
                        gate: { name-lik: x }
                      - gate: { name-like: x, othrwise: z }
                      - name: last
                        gate:
                          name-like: ${steps.front.anything}
                  - name: one
                    steps:
                      - name: second
                        needs: [last]
                        gatee: {}
                """));

        assertThat(mistakes(site, Map.of()))
                .containsExactly(
                        "t.yaml:9:15 duplicate-step",
                        "t.yaml:10:24 unknown-step",
                        "t.yaml:11:17 unknown-argument",
                        "t.yaml:12:9 missing-key",
                        "t.yaml:12:31 unknown-argument",
                        "t.yaml:16:11 duplicate-phase",
                        "t.yaml:20:9 unknown-module");
    }

    @Test
    void aPlaceThatIsWrongIsNotMissedInEveryStepInAddition() {
        Site site = Site.of(Map.of("t.yaml", """
                playbook: t
                phases:
                  - name: one
                    clustr: west
                    namespace: n
                    steps:
                      - name: front
                        service: { name: a, port: 1, selector: {} }
                      - name: back
                        namespace: 5
                        service: { name: b, port: 1, selector: {} }
                """));

        assertThat(mistakes(site, Map.of()))
                .containsExactly("t.yaml:4:5 unknown-key", "t.yaml:5:16 ambiguous-boolean", "t.yaml:10:20 wrong-type");
    }

    @Test
    void aPlaybookThatIsImportedTwiceIsWrongOnce() {
        Site site = Site.of(Map.of(
                "t.yaml", "playbook: t\nphases:\n  - { name: one, import: u }\n  - { name: two, import: u }\n",
                "u.yaml", "playbook: u\nphases:\n  - name: in\n    steps:\n      - { name: b, gatee: {} }\n"));

        assertThat(mistakes(site, Map.of())).containsExactly("u.yaml:5:20 unknown-module");
    }

    @Test
    void anUnknownParameterOnTheCommandLineHasASuggestion() {
        Mistakes mistakes =
                catchThrowableOfType(Mistakes.class, () -> shipped.check("copy/start", Map.of("imgae", "x")));

        assertThat(mistakes.diagnostics()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("unknown-parameter");
            assertThat(one.remedy()).isEqualTo("did you mean \"image\"?");
        });
    }

    @Test
    void aParameterOnTheCommandLineIsReadByItsType() throws Exception {
        Site site = Site.of(Map.of("t.yaml", """
                playbook: t
                parameters:
                  count: { type: integer }
                  size:  { type: bytes, default: 4KiB }
                  text:  { type: string, default: x }
                  names: { type: list of string, default: [a] }
                phases:
                  - name: one
                    steps:
                      - name: each
                        for-each: name in names
                        when: count < 10 and size == 4096
                        gate:
                          name-like: ${name}-${text}-${count}
                """));

        assertThat(mistakes(site, Map.of("count", "many"))).containsExactly("-p count:1:1 wrong-type");
        assertThat(mistakes(site, Map.of("count", "0777"))).containsExactly("-p count:1:1 ambiguous-number");
        assertThat(mistakes(site, Map.of("count", "["))).containsExactly("-p count:1:1 unclosed-bracket");
        CheckedPlaybook checked = site.check("t", Map.of("count", "3", "text", "yes", "names", "[b, c]"));
        Expansion expansion = site.expander().expand(checked, site.reader(Map.of(), Optional.empty()));
        assertThat(expansion.steps())
                .extracting(step -> step.address().toString())
                .containsExactly("one/each[b]", "one/each[c]");
        assertThat(((Fakes.GateArgs) expansion.steps().get(0).args().bind(site.nothingKnown())).nameLike())
                .isEqualTo("b-yes-3");
    }

    @Test
    void outputsOfAStepThatIsLeftOutAreMissedUnlessSomethingStandsIn() throws Exception {
        Site site = Site.of(Map.of("t.yaml", """
                playbook: t
                parameters:
                  pair: { type: store-pair }
                facts:
                  receiver:
                    receiver:
                      store: ${pair.standby}
                phases:
                  - name: one
                    cluster: west
                    namespace: orders
                    steps:
                      - name: front
                        when: not has(facts.receiver.address)
                        service: { name: a, port: 1, selector: {} }
                      - name: a
                        app:
                          name: a
                          image: x
                          config: { kind: C, name: a }
                          digest: ${steps.front.address}
                """));
        CheckedPlaybook checked = site.check("t", Map.of());

        Mistakes mistakes = catchThrowableOfType(
                Mistakes.class, () -> site.expander().expand(checked, site.reader(Map.of(), Optional.of("x:1"))));

        assertThat(mistakes.diagnostics()).singleElement().satisfies(one -> {
            assertThat(one.summary()).isEqualTo("the step \"front\" is left out by its \"when\"");
            assertThat(one.at().map(Position::toString)).contains("t.yaml:21:19");
        });
    }

    @Test
    void aPendingValueWhereItMustBeKnownIsSaidBeforeAnythingIsWritten() throws Exception {
        Site site = Site.of(Map.of("t.yaml", """
                playbook: t
                phases:
                  - name: one
                    cluster: west
                    namespace: orders
                    steps:
                      - name: front
                        service: { name: a, port: 1, selector: {} }
                      - name: second
                        service:
                          name: b
                          port: ${steps.front.node-port}
                          selector: {}
                """));
        Expansion expansion = site.expand("t", Optional.empty());

        Mistakes mistakes = catchThrowableOfType(
                Mistakes.class, () -> site.step(expansion, "one/second").args().bind(site.nothingKnown()));

        assertThat(mistakes.diagnostics()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("pending-value");
            assertThat(one.summary()).contains("\"node-port\" is known only after the step one/front");
        });
    }

    private static List<String> mistakes(Site site, Map<String, String> typed) {
        Mistakes mistakes = catchThrowableOfType(Mistakes.class, () -> site.check("t", typed));
        return mistakes.diagnostics().stream().map(ExpanderMistakesTest::shown).toList();
    }

    private static String shown(Diagnostic one) {
        return one.at().map(Position::toString).orElse("-") + " " + one.code();
    }
}
