// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.access.Need;
import io.shakebook.engine.plan.LeaseName;
import io.shakebook.engine.plan.Plan;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which locks a plan names. */
class LocksNeededTest {
    private static final String GATE =
            "    cluster: east\n    namespace: apps\n    steps: [{ name: s, gate: { name-like: x } }]\n";
    private static final String WRITES = """
            playbook: t
            phases:
              - name: one
                cluster: west
                namespace: ns
                steps: [{ name: a, settings: { name: a, data: { k: v } } }]
              - name: two
                cluster: east
                namespace: other
                steps: [{ name: b, settings: { name: b, data: { k: v } } }]
            """;

    private static Map<String, List<String>> locks(String parameters) throws Exception {
        String text = "playbook: t\n" + parameters + "phases:\n  - name: p\n" + GATE;
        Expansion expansion = Site.of(Map.of("t.yaml", text)).expand("t", Optional.empty());
        Map<String, List<String>> locks = new TreeMap<>();
        expansion
                .locks()
                .byCluster()
                .forEach((cluster, names) -> locks.put(
                        cluster, names.stream().map(LeaseName::toString).toList()));
        return locks;
    }

    @Test
    void anEntryIsLockedInItsNamespaceAndThoseThatItNamesToo() throws Exception {
        assertThat(locks("parameters:\n  it: { type: store, default: copies }\n"))
                .isEqualTo(Map.of("east", List.of("copies/shakebook-copies")));
        assertThat(locks("parameters:\n  pair: { type: store-pair }\n"))
                .isEqualTo(Map.of(
                        "east", List.of("copies/shakebook-copies"),
                        "west", List.of("orders/shakebook-orders")));
    }

    @Test
    void aClusterOrAWordIsNoEntry() throws Exception {
        assertThat(
                        locks(
                                "parameters:\n  where: { type: cluster, default: east }\n  word: { type: string, default: x }\n"))
                .isEmpty();
    }

    @Test
    void namesThatKubernetesWouldNotTakeAreMadeFitEachToOneOfItsOwn() {
        assertThat(LeaseName.ofEntry("ns", "redis-a").toString()).isEqualTo("ns/shakebook-redis-a");
        assertThat(LeaseName.ofEntry("ns", "Redis_A").name()).matches("shakebook-redis-a-[0-9a-f]+");
        assertThat(LeaseName.ofEntry("ns", "Redis_A")).isNotEqualTo(LeaseName.ofEntry("ns", "redis.a"));
        assertThat(LeaseName.ofEntry("ns", "ü").name()).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
        assertThat(LeaseName.ofEntry("ns", "x".repeat(300)).name()).hasSizeLessThan(253);
    }

    @Test
    void whereNoEntryIsNamedEachNamespaceThatIsWrittenToIsLocked() throws Exception {
        Plan plan = new PlannerSite(new TwoClusters()).plan(Map.of("t.yaml", WRITES));
        assertThat(plan.made().clusters().get("west").locks()).containsExactly(LeaseName.ofNamespace("ns"));
        assertThat(plan.made().clusters().get("east").locks()).containsExactly(LeaseName.ofNamespace("other"));
    }

    @Test
    void aNamespaceThatThePlanCreatesIsNotLockedForNoLeaseCanLieThereYet() throws Exception {
        String made = WRITES.replace(
                "steps: [{ name: a,", "steps: [{ name: made, space: { name: ns } }, { name: a, needs: [made],");
        Plan plan = new PlannerSite(new TwoClusters()).plan(Map.of("t.yaml", made));
        assertThat(plan.made().clusters().get("west").locks()).isEmpty();
        assertThat(plan.made().clusters().get("east").locks()).containsExactly(LeaseName.ofNamespace("other"));
    }

    @Test
    void aPlanThatChangesNothingNamesNoLock() throws Exception {
        TwoClusters there = new TwoClusters().with("west", settings("ns", "a")).with("east", settings("other", "b"));
        Plan plan = new PlannerSite(there).plan(Map.of("t.yaml", WRITES));
        assertThat(plan.changesAnything()).isFalse();
        assertThat(plan.made().clusters().values())
                .allMatch(cluster -> cluster.locks().isEmpty());
    }

    @Test
    void whatMustBeAllowedForThemIsPrintedWhateverStateTheObjectsAreIn() throws Exception {
        TwoClusters there = new TwoClusters().with("west", settings("ns", "a")).with("east", settings("other", "b"));
        Required required = new PlannerSite(there).required(WRITES);
        assertThat(required.needs().stream().filter(need -> need.resource().equals("leases")))
                .contains(
                        new Need("west", "ns", "coordination.k8s.io", "leases", "create", ""),
                        new Need("west", "ns", "coordination.k8s.io", "leases", "get", "shakebook"),
                        new Need("west", "ns", "coordination.k8s.io", "leases", "patch", "shakebook"),
                        new Need("east", "other", "coordination.k8s.io", "leases", "patch", "shakebook"))
                .hasSize(6);
    }

    private static Manifest settings(String namespace, String name) {
        return Manifest.of(new ObjectRef(Kind.CONFIG_MAP, namespace, name), Map.of("data", Map.of("k", "v")));
    }
}
