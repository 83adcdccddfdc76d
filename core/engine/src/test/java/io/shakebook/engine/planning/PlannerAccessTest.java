// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.access.Need;
import io.shakebook.engine.plan.Plan;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerAccessTest {
    private static final String PLAYBOOK = """
            playbook: t
            phases:
              - name: one
                cluster: west
                namespace: ns
                steps:
                  - name: new
                    settings: { name: new, data: { a: x } }
                  - name: changed
                    settings: { name: changed, data: { value: z } }
                  - name: gone
                    gone: { name: gone }
                  - name: shows
                    shows: { kind: Service, name: front, field: spec.clusterIP }
            """;
    private static final Manifest FRONT =
            Manifest.of(new ObjectRef(Kind.SERVICE, "ns", "front"), Map.of("spec", Map.of("clusterIP", "10.0.0.1")));

    private final TwoClusters clusters = new TwoClusters()
            .with("west", settings("changed"))
            .with("west", settings("gone"))
            .with("west", FRONT);

    @Test
    void whatTheRunNeedsIsAskedForOnceEach() throws Exception {
        Rules rules = new Rules();
        new PlannerSite(clusters, rules).plan(PLAYBOOK);
        assertThat(rules.asked())
                .extracting(need -> need.verb() + " " + need.resource() + " " + need.name())
                .containsExactlyInAnyOrder(
                        "create configmaps ",
                        "get configmaps new",
                        "patch configmaps new",
                        "get configmaps changed",
                        "patch configmaps changed",
                        "get configmaps gone",
                        "delete configmaps gone",
                        "get services front",
                        "list services ",
                        "watch services ",
                        "get leases shakebook",
                        "patch leases shakebook",
                        "create leases ");
        assertThat(rules.asked())
                .allMatch(need ->
                        need.cluster().equals("west") && need.namespace().equals("ns"));
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceWithWhatToDo() {
        Rules rules = new Rules()
                .forbidding(need -> need.verb().equals("patch") || need.verb().equals("watch"));
        Unplannable refused =
                catchThrowableOfType(Unplannable.class, () -> new PlannerSite(clusters, rules).plan(PLAYBOOK));
        assertThat(refused.mistakes()).isEmpty();
        assertThat(refused.refusals())
                .extracting(Diagnostic::summary)
                .containsExactly(
                        "\"li\" is not allowed on \"west\", in the namespace \"ns\", what a run needs: "
                                + "patch configmaps \"changed\", \"new\"; watch services; patch leases.coordination.k8s.io \"shakebook\"");
        assertThat(refused.refusals().get(0).remedy())
                .isEqualTo("see what is to be granted with: shakebook permissions t.yaml -i t");
    }

    @Test
    void whoMayNotEvenReadHearsOfTheLocksAtOnceAndNotTheNextTime() {
        Rules rules = new Rules().forbidding(need -> true);
        TwoClusters closed = new TwoClusters().forbid("west");
        Unplannable refused =
                catchThrowableOfType(Unplannable.class, () -> new PlannerSite(closed, rules).plan(PLAYBOOK));
        assertThat(refused.refusals())
                .singleElement()
                .extracting(Diagnostic::summary)
                .asString()
                .contains(
                        "get configmaps \"changed\", \"gone\", \"new\"",
                        "create leases.coordination.k8s.io",
                        "patch leases.coordination.k8s.io \"shakebook\"");
    }

    @Test
    void aPlanWithoutChangesNeedsNothingFurther() throws Exception {
        Rules rules = new Rules().forbidding(need -> true);
        new PlannerSite(clusters, rules).plan("""
                playbook: t
                phases:
                  - name: one
                    cluster: west
                    namespace: ns
                    steps:
                      - name: shows
                        shows: { kind: Service, name: front, field: spec.clusterIP }
                """);
        assertThat(rules.asked()).isEmpty();
    }

    @Test
    void whereNobodyMayAskThePlanSaysThatItIsNotKnown() throws Exception {
        Plan plan = new PlannerSite(clusters, new Rules().closed("west")).plan(PLAYBOOK);
        assertThat(plan.seen().warnings())
                .containsExactly("it is not known whether a run is allowed everything it needs on \"west\":"
                        + " reviews are forbidden");
    }

    @Test
    void rolesAreForAnyStateOfTheObjectsAndNameThemWhereTheyCan() throws Exception {
        Required required = new PlannerSite(clusters, new Rules()).required(PLAYBOOK);
        assertThat(required.needs())
                .extracting(need -> need.verb() + " " + need.resource() + " " + need.name())
                .contains("create configmaps ", "patch configmaps changed", "get namespaces kube-system")
                .doesNotContain("delete configmaps new", "patch configmaps ", "create services ");
        assertThat(required.needs()).extracting(Need::cluster).containsOnly("west");
        assertThat(required.open()).isEmpty();
    }

    @Test
    void rolesAreToldAlsoBeforeTheirNamespaceIsThere() throws Exception {
        TwoClusters empty = new TwoClusters().with("west", FRONT).refuse("namespaces \"ns\" not found");
        Required required = new PlannerSite(empty, new Rules()).required(PLAYBOOK);
        assertThat(required.needs())
                .extracting(need -> need.verb() + " " + need.resource() + " " + need.name())
                .contains("create configmaps ", "patch configmaps new", "create leases ");
        assertThat(required.open())
                .isNotEmpty()
                .allMatch(why -> why.contains("the server refuses") && why.contains("namespaces \"ns\" not found"));
    }

    @Test
    void aSiteThatIsDownIsNotAskedAndSaid() throws Exception {
        Rules rules = new Rules();
        TwoClusters dark = new TwoClusters().down("west");
        assertThat(new PlannerSite(dark, rules).plan(PLAYBOOK).seen().unreachable())
                .containsKey("west");
        assertThat(rules.asked()).isEmpty();
        assertThat(new PlannerSite(dark, rules).required(PLAYBOOK).open())
                .isEqualTo(List.of("no answer from \"west\": connection refused"));
    }

    private static Manifest settings(String name) {
        return Manifest.of(Things.settings("ns", name), Map.of("data", Map.of("value", "v")));
    }
}
