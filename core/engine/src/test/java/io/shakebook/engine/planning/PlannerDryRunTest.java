// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the server's dry run decides about a plan, and where it is not asked. */
class PlannerDryRunTest {
    private final PlannerSite site = new PlannerSite(new TwoClusters());

    @Test
    void whatTheServerInventsInADryRunIsDecidedByItAndNoValue() throws Exception {
        Plan plan = site.plan("""
                playbook: t
                phases:
                  - name: one
                    cluster: west
                    namespace: ns
                    steps:
                      - name: front
                        front: { name: front, port: 80 }
                """);
        Change change = plan.changes().findFirst().orElseThrow();
        assertThat(change.check()).isEqualTo(Check.BY_SERVER);
        assertThat(change.diff().fields())
                .filteredOn(field -> field.path().equals(FieldPath.of("spec", "clusterIP")))
                .extracting(field -> field.after())
                .containsExactly(new Side.Decided("an address"));
        assertThat(PlanFile.write(plan)).doesNotContain("10.96.0.99");
    }

    @Test
    void nothingIsWrittenToWhatIsBeingDeletedSinceItWouldNotLast() {
        for (String value : List.of("same", "other")) {
            TwoClusters clusters = new TwoClusters()
                    .with(
                            "west",
                            Manifest.of(
                                    Things.settings("ns", "dying"),
                                    Map.of(
                                            "metadata",
                                            Map.of(
                                                    "deletionTimestamp",
                                                    "2026-11-22T14:02:11Z",
                                                    "finalizers",
                                                    List.of("example.com/x")),
                                            "data",
                                            Map.of("value", "same"))));
            Unplannable refused = catchThrowableOfType(
                    Unplannable.class, () -> new PlannerSite(clusters, new Rules()).plan("""
                            playbook: t
                            phases:
                              - name: one
                                cluster: west
                                namespace: ns
                                steps:
                                  - name: inside
                                    settings: { name: dying, data: { value: %s } }
                            """.formatted(value)));
            assertThat(refused.refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo("being-deleted");
                assertThat(refusal.summary())
                        .endsWith(
                                "ns/dying is being deleted since 2026-11-22T14:02:11Z, held by finalizer example.com/x");
                assertThat(refusal.remedy()).contains("plan again when it is gone");
            });
        }
    }

    @Test
    void inANamespaceThatThePlanCreatesNothingIsDryRunAndThatIsSaid() throws Exception {
        Plan plan = site.plan("""
                playbook: t
                phases:
                  - name: one
                    cluster: west
                    namespace: fresh
                    steps:
                      - name: space
                        space: { name: fresh }
                      - name: inside
                        needs: [space]
                        settings: { name: inside, data: { a: x } }
                """);
        List<Check> checks = plan.changes().map(Change::check).toList();
        assertThat(checks).containsExactly(Check.BY_SERVER, Check.later("its namespace is created by the plan"));
    }

    @Test
    void anObjectOfAKindThatThePlanDefinesIsCheckedLaterAndOneOfNoKindIsAMistakeOfItsStepAlone() throws Exception {
        String playbook = """
                playbook: t
                phases:
                  - name: one
                    cluster: west
                    namespace: ns
                    steps:
                      - name: kind
                        custom: { name: wids.example.com }
                      - name: wid
                        needs: [kind]
                        custom: { name: w1 }
                      - name: other
                        settings: { name: other, data: { a: x } }
                """;
        PlannerSite wild = new PlannerSite(new TwoClusters().withoutKind("Wid"));
        assertThat(wild.plan(playbook).changes().map(Change::check))
                .containsExactly(Check.BY_SERVER, Check.later("its kind is created by the plan"), Check.BY_SERVER);
        assertThat(wild.speaksAgainst(playbook.replace("wids.example.com", "w0")))
                .containsExactly(
                        "unknown-kind: \"one/kind\" cannot be planned on \"west\": the cluster has no kind Wid");
    }

    @Test
    void aDeleteThatTheClusterWouldRefuseIsFoundBeforeAnythingIsWritten() throws Exception {
        TwoClusters clusters = new TwoClusters()
                .with("west", Manifest.of(Things.settings("ns", "kept"), Map.of()))
                .refuse("admission webhook \"w.example.com\" denied the request: it is protected");
        assertThat(new PlannerSite(clusters).speaksAgainst("""
                        playbook: t
                        phases:
                          - name: one
                            cluster: west
                            namespace: ns
                            steps:
                              - name: kept
                                gone: { name: kept }
                        """))
                .containsExactly("denied: \"one/kept\": the server refuses ConfigMap ns/kept: admission webhook"
                        + " \"w.example.com\" denied the request: it is protected");
    }

    @Test
    void aValueThatTheClusterItselfMakesAnotherIsSaidAndNotWrittenForEver() throws Exception {
        String playbook = """
                playbook: t
                phases:
                  - name: one
                    cluster: west
                    namespace: ns
                    steps:
                      - name: image
                        settings: { name: image, data: { value: ours, other: kept } }
                """;
        Map<String, Object> rewritten = Map.of("data", Map.of("value", "theirs", "added", "x"));
        TwoClusters clusters = new TwoClusters().rewrite(rewritten);
        String warning = "\"one/image\": a webhook or policy of the cluster \"west\" changes what is written to"
                + " ConfigMap ns/image: data.value becomes \"theirs\", wanted is \"ours\"";
        assertThat(new PlannerSite(clusters).plan(playbook).seen().warnings()).containsExactly(warning);
        Map<String, Object> written = Map.of("data", Map.of("value", "theirs", "added", "x", "other", "kept"));
        clusters.with("west", Manifest.of(Things.settings("ns", "image"), written));
        Plan again = new PlannerSite(clusters).plan(playbook);
        assertThat(again.changes().map(Change::diff).flatMap(diff -> diff.fields().stream()))
                .isEmpty();
        assertThat(again.seen().warnings()).containsExactly(warning);
        assertThat(again.seen().ready().get("one/image")).startsWith("overruled: ");
    }
}
