// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.workloads;

import io.shakebook.spi.Example;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.LookupSpec;
import io.shakebook.spi.Permission;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Rows;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds workloads by name. */
public final class WorkloadsLookup implements Lookup<WorkloadsArgs, WorkloadRow> {
    private static final int SHOWN = 8;

    @Override
    public LookupSpec<WorkloadsArgs, WorkloadRow> spec() {
        return new LookupSpec<>(
                "workloads",
                "Finds Deployments or StatefulSets by name, one row each.",
                "Labels play no part, so what was made by hand is found too.",
                WorkloadsArgs.class,
                WorkloadRow.class,
                false,
                List.of(
                        new Permission("apps", "deployments", List.of("list")),
                        new Permission("apps", "statefulsets", List.of("list")),
                        new Permission("", "pods", List.of("list"))),
                List.of(new Example("The shakes beside a Redis", """
                        workloads:
                          cluster: site-b
                          namespace: redis-b
                          kind: Deployment
                          name-like: redis-shake-sync*
                        """)));
    }

    @Override
    public Rows<WorkloadRow> rows(WorkloadsArgs args, World world) throws Unanswered, Refusal {
        Workloads found = Workloads.read(world.cluster(args.cluster()), args.kind(), args.namespace());
        List<Workload> named = found.named(args.nameLike()::matches);
        if (named.size() < args.atLeast()) {
            throw tooFew(args, named.size(), found);
        }
        Map<String, WorkloadRow> rows = new LinkedHashMap<>();
        for (Workload workload : named) {
            int pods = found.podsOf(workload).size();
            rows.put(workload.name(), new WorkloadRow(workload.name(), workload.replicas(), pods));
        }
        return new Rows<>(rows, "names in namespace \"" + args.namespace() + "\"; labels were not asked");
    }

    private static Refusal tooFew(WorkloadsArgs args, int found, Workloads there) {
        return new Refusal(
                "too-few-workloads",
                found + " of at least " + args.atLeast() + " " + args.kind() + "s match \"" + args.nameLike()
                        + "\" in namespace \"" + args.namespace() + "\" of \""
                        + args.cluster().name() + "\"; " + there(there),
                "check the name, or lower \"at-least\" if they were deleted");
    }

    private static String there(Workloads there) {
        int more = there.all().size() - SHOWN;
        String names = there.all().stream()
                .limit(SHOWN)
                .map(workload -> "\"" + workload.name() + "\"")
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "there is none at all"
                : "there are " + names + (more > 0 ? " and " + more + " more" : "");
    }
}
