// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Desired;
import io.shakebook.spi.Example;
import io.shakebook.spi.Measure;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.Permission;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.cause.Leaving;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.Workload;
import java.util.List;
import java.util.stream.Collectors;

/** A gate: no workload of such a name wants a pod, and no pod of one is left. */
public final class WorkloadsStoppedModule implements StepModule<WorkloadsStoppedArgs, NoOutputs> {

    @Override
    public ModuleSpec<WorkloadsStoppedArgs, NoOutputs> spec() {
        return new ModuleSpec<>(
                "workloads-stopped",
                "Holds when no workload of such a name wants a pod and no pod of one is left.",
                "Fails at once when one wants a pod, since that does not end by itself; waits while pods terminate. The pods"
                        + " of a deleted workload are found by their names.",
                WorkloadsStoppedArgs.class,
                NoOutputs.class,
                true,
                List.of(
                        new Permission("apps", "deployments", List.of("list")),
                        new Permission("apps", "statefulsets", List.of("list")),
                        new Permission("", "pods", List.of("list"))),
                List.of(new Example("No copy runs the other way", """
                        cluster: site-a
                        namespace: redis-a
                        workloads-stopped:
                          kind: Deployment
                          name-like: redis-shake-recovery*
                          otherwise: A recovery is running. End it with redis-dr/restore.
                        """)));
    }

    @Override
    public Desired<NoOutputs> want(WorkloadsStoppedArgs args, World world) {
        return Desired.nothing();
    }

    @Override
    public Verdict verify(WorkloadsStoppedArgs args, World world) throws Unanswered {
        ClusterView cluster =
                args.cluster().isPresent() ? world.cluster(args.cluster().get()) : world.here();
        Workloads found = Workloads.read(cluster, args.kind(), args.namespace().orElse(world.namespace()));
        List<Workload> wanting = found.named(args::means).stream()
                .filter(workload ->
                        workload.replicas() > 0 && !workload.manifest().terminating())
                .toList();
        List<Pod> left = found.podsOf(args::means);
        Measure measure = new Measure("pods", left.size() + " of 0");
        if (!wanting.isEmpty()) {
            return Verdict.failed(args.otherwise() + " Found: " + workloads(wanting), measure);
        }
        return left.isEmpty()
                ? Verdict.ready("no pod of " + args.nameLike() + " is left", measure)
                : Verdict.waiting("pods of " + args.nameLike() + " are left: " + Leaving.shown(left), measure);
    }

    private static String workloads(List<Workload> workloads) {
        return workloads.stream()
                .map(workload -> workload.shown() + " wants " + workload.replicas()
                        + (workload.replicas() == 1 ? " pod" : " pods"))
                .collect(Collectors.joining(", "));
    }
}
