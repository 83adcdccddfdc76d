// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.kube.LocalRef;
import io.shakebook.spi.value.Late;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpanderTest {
    private final Site site = Site.shipped();

    @Test
    void aPlaybookWithAnImportIsCheckedWithoutAskingACluster() throws Exception {
        CheckedPlaybook checked = site.check("copy/start", Map.of());

        assertThat(checked.name()).isEqualTo("copy/start");
        assertThat(checked.parameters().get("pair").value()).isEqualTo("shop");
        assertThat(checked.parameters().get("pair").origin())
                .startsWith("inventory at ")
                .endsWith("inventory.yaml:47");
        assertThat(checked.parameters().get("image").origin()).startsWith("playbook default at ");
        assertThat(checked.parameters().get("copy/service-name").value()).isEqualTo("${pair.primary.name}-svc");
        assertThat(checked.parameters().get("copy/service-name").origin())
                .startsWith("with at ")
                .endsWith("start.yaml:23");
    }

    @Test
    void importedPhasesStandInThePlaceOfTheImport() throws Exception {
        Expansion expansion = site.expand("copy/start", Optional.empty());

        assertThat(expansion.phases())
                .extracting(PlannedPhase::address)
                .containsExactly("quiet", "copy/expose", "copy/configure", "copy/start", "done");
        assertThat(expansion.phases())
                .extracting(phase -> String.join(",", phase.needs()))
                .containsExactly("", "quiet", "copy/expose", "copy/configure", "copy/start");
        assertThat(expansion.phases().get(3).pointOfNoReturn()).contains("It overwrites copies.");
        assertThat(expansion.mayBeDown()).containsExactly("west");
        assertThat(expansion.sites()).as("must be up").containsExactly("east");
    }

    @Test
    void stepsRunOncePerRowAndReferToEachOther() throws Exception {
        Expansion expansion = site.expand("copy/start", Optional.empty());

        assertThat(expansion.steps())
                .extracting(step -> step.address().toString())
                .containsExactly(
                        "quiet/nothing-runs",
                        "copy/expose/source-service[0]",
                        "copy/expose/source-service[1]",
                        "copy/expose/target-service",
                        "copy/configure/config[0]",
                        "copy/configure/config[1]",
                        "copy/start/copier[0]",
                        "copy/start/copier[1]",
                        "done/tell");
        StepDraft config = site.step(expansion, "copy/configure/config[1]");
        assertThat(config.needs())
                .containsExactlyInAnyOrder(
                        StepAddress.parse("copy/expose/source-service[1]"),
                        StepAddress.parse("copy/expose/target-service"));
        assertThat(config.uses())
                .containsExactlyInAnyOrder(
                        "copy/shards[1].suffix",
                        "copy/shards[1].version",
                        "copy/receiver.kind",
                        "copy/receiver.address");
        assertThat(config.cluster()).isEqualTo("east");
        assertThat(config.namespace()).isEqualTo("copies");
        assertThat(expansion.facts())
                .extracting(fact -> fact.record().address())
                .containsExactly("copy/shards", "copy/receiver");
    }

    @Test
    void whatComesFromAFactThroughAnImportOrAnotherFactIsUsedByTheStepsThatUseIt() throws Exception {
        Site nested = Site.of(Map.of("outer.yaml", """
                playbook: outer
                parameters:
                  pair: { type: store-pair }
                facts:
                  receiver:
                    receiver:
                      store: ${pair.standby}
                  running:
                    running:
                      name-like: ${facts.receiver.kind}
                phases:
                  - name: do
                    import: inner
                    with:
                      kind: ${facts.receiver.kind}
                      address: to ${first(facts.receiver.address, "nobody")}
                  - name: own
                    steps:
                      - name: watch
                        for-each: row in facts.running
                        gate:
                          name-like: ${row.name}
                """, "inner.yaml", """
                playbook: inner
                parameters:
                  kind: { type: string }
                  address: { type: string }
                phases:
                  - name: do
                    import: innermost
                    with:
                      name: ${kind}
                  - name: here
                    steps:
                      - name: gate
                        gate:
                          name-like: ${address}
                      - name: nothing
                        gate:
                          name-like: x
                """, "innermost.yaml", """
                playbook: innermost
                parameters:
                  name: { type: string }
                phases:
                  - name: last
                    steps:
                      - name: gate
                        when: name == "single"
                        gate:
                          name-like: x
                """));

        Expansion expansion = nested.expand("outer", Optional.of("a:1"));

        assertThat(nested.step(expansion, "do/do/last/gate").uses()).containsExactly("receiver.kind");
        assertThat(nested.step(expansion, "do/here/gate").uses()).containsExactly("receiver.address");
        assertThat(nested.step(expansion, "do/here/nothing").uses()).isEmpty();
        assertThat(nested.step(expansion, "own/watch[1]").uses())
                .containsExactlyInAnyOrder("receiver.kind", "running[1].name");
    }

    @Test
    void needsKeepTheirOrderSoThatAPlanIsTheSameTomorrow() throws Exception {
        StringBuilder text = new StringBuilder("""
                playbook: t
                phases:
                  - name: one
                    steps:
                      - name: last
                        needs: [g, e, d, c, b, a]
                        gate: { name-like: x }
                """);
        for (String name : List.of("a", "b", "c", "d", "e", "g")) {
            text.append("      - { name: " + name + ", gate: { name-like: x } }\n");
        }

        Expansion expansion = Site.of(Map.of("t.yaml", text.toString())).expand("t", Optional.empty());

        assertThat(expansion.steps().get(0).needs())
                .extracting(StepAddress::step)
                .containsExactly("g", "e", "d", "c", "b", "a");
    }

    @Test
    void whatIsThereAlreadyIsNotPlannedAndNotNeeded() throws Exception {
        Expansion expansion = site.expand("copy/start", Optional.of("10.9.9.9:6379"));

        assertThat(expansion.steps()).extracting(step -> step.address().step()).doesNotContain("target-service");
        assertThat(site.step(expansion, "copy/configure/config[0]").needs())
                .containsExactly(StepAddress.parse("copy/expose/source-service[0]"));
        assertThat(expansion.phases().get(1).notes())
                .containsExactly("target-service: left out, since this does not hold: not has(facts.receiver.address)");
    }

    @Test
    void pendingOutputsAndSecretsBecomePartsOfTheFile() throws Exception {
        Expansion expansion = site.expand("copy/start", Optional.empty());

        Fakes.FilesArgs args = (Fakes.FilesArgs)
                site.step(expansion, "copy/configure/config[0]").args().bind(site.nothingKnown());
        Text file = args.data().get("copy.conf").text();
        assertThat(args.data().get("copy.conf").format()).isEqualTo("conf");
        assertThat(file.toString()).isEqualTo("""
                # how to copy
                source.address = "10.0.1.11:<node-port, known after copy/expose/source-service[0]>"
                source.version = 6.0
                source.password = "(secret orders.password)"
                target.kind = "single"
                target.address = "<address, known after copy/expose/target-service>"
                """);
        assertThat(file.parts())
                .filteredOn(Text.Secret.class::isInstance)
                .allMatch(part -> ((Text.Secret) part).escape().equals("conf"));
        assertThat(args.data().get("plain.txt").text().toString())
                .isEqualTo("from orders with (secret orders.password)");
    }

    @Test
    void knownOutputsAreUsedAsTheyAre() throws Exception {
        Expansion expansion = site.expand("copy/start", Optional.empty());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("copy/configure/config[0].object", Map.of("kind", "ConfigMap", "name", "copy-0"));

        Fakes.AppArgs args = (Fakes.AppArgs)
                site.step(expansion, "copy/start/copier[0]").args().bind(site.known(known));

        assertThat(args.config()).isEqualTo(new LocalRef("ConfigMap", "copy-0"));
        assertThat(args.digest())
                .isEqualTo(new Late.Pending<String>(new OutputRef("copy/configure/config[0]", "digest", "")));
        assertThat(args.weight()).isEqualTo(1.0);
    }

    @Test
    void aNameThatIsWrongOnlyWithItsFactIsFoundBeforeAnythingIsAsked() throws Exception {
        CheckedPlaybook checked = site.check("copy/start", Map.of());
        FactReader reader =
                site.reader(Map.of("0", new Fakes.Shard("_0", new BigDecimal("6.0"), Map.of())), Optional.empty());

        assertThatThrownBy(() -> site.expander().expand(checked, reader))
                .isInstanceOfSatisfying(
                        Mistakes.class,
                        mistakes -> assertThat(mistakes.diagnostics())
                                .extracting(one -> one.summary())
                                .first()
                                .asString()
                                .contains("orders-svc_0"));
    }

    @Test
    void anEmptyLoopIsALineInThePlan() throws Exception {
        CheckedPlaybook checked = site.check("copy/start", Map.of());

        Expansion expansion = site.expander().expand(checked, site.reader(Map.of(), Optional.of("a:1")));

        assertThat(expansion.phases().get(2).notes())
                .containsExactly("config: nothing to do, facts.shards has no rows");
    }

    @Test
    void theCommandLineIsStrongest() throws Exception {
        CheckedPlaybook checked = site.check("copy/start", Map.of("image", "mine:2"));

        assertThat(checked.parameters().get("image").value()).isEqualTo("mine:2");
        assertThat(checked.parameters().get("image").origin()).isEqualTo("command line");
    }

    @Test
    void aRefusalOfALookupPassesThrough() throws Exception {
        CheckedPlaybook checked = site.check("copy/start", Map.of());
        Refusal refused = new Refusal("too-few", "found 2", "start the third");

        assertThatThrownBy(() -> site.expander().expand(checked, new FactReader() {
                    @Override
                    public <A extends Record, R extends Record> Answer<R> rows(
                            Lookup<A, R> lookup, A args, String cluster, String namespace) throws Refusal {
                        throw refused;
                    }
                }))
                .isSameAs(refused);
    }
}
