// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.scaledown;

import io.shakebook.spi.Desired;
import io.shakebook.spi.Example;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.Permission;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.Wanted.Effect;
import io.shakebook.spi.Wanted.When;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fewer pods of a workload, or none; ready when the pods are gone, terminating ones included. */
public final class ScaleDownModule implements StepModule<ScaleDownArgs, NoOutputs> {

    @Override
    public ModuleSpec<ScaleDownArgs, NoOutputs> spec() {
        return new ModuleSpec<>(
                "scale-down",
                "Scales a Deployment or StatefulSet down, ready when the pods are gone.",
                "Never scales up: a workload that wants fewer replicas already is left alone. A Deployment reports zero"
                        + " replicas while its old pod still writes, so the pods themselves are counted.",
                ScaleDownArgs.class,
                NoOutputs.class,
                false,
                List.of(
                        new Permission("apps", "deployments", List.of("get", "patch")),
                        new Permission("apps", "statefulsets", List.of("get", "patch")),
                        new Permission("", "pods", List.of("list"))),
                examples());
    }

    @Override
    public Desired<NoOutputs> want(ScaleDownArgs args, World world) throws Unanswered, Refusal {
        Optional<Workload> live = live(args, world);
        if (live.isEmpty() && args.ifMissing() == IfMissing.ERROR) {
            throw new Refusal(
                    "workload-missing",
                    missing(args, world),
                    "check the name, or say \"if-missing: nothing\" if it need not exist");
        }
        return live.filter(workload -> workload.replicas() > args.replicas())
                .map(workload -> new Desired<>(List.<Wanted>of(fewer(args, world, workload)), new NoOutputs()))
                .orElseGet(Desired::nothing);
    }

    @Override
    public Verdict verify(ScaleDownArgs args, World world) throws Unanswered {
        Optional<Workload> live = live(args, world);
        if (live.isEmpty()) {
            return args.ifMissing() == IfMissing.ERROR
                    ? Verdict.failed(missing(args, world))
                    : new PodsLeft(orphans(args.workload(), world))
                            .judge(args.workload().shown(), args.replicas());
        }
        Workload workload = live.get();
        return workload.replicas() > args.replicas()
                ? Verdict.waiting(workload.shown() + " still wants " + workload.replicas()
                        + (workload.replicas() == 1 ? " pod" : " pods") + "; at most " + args.replicas()
                        + " may be left")
                : new PodsLeft(pods(workload, world)).judge(workload.shown(), args.replicas());
    }

    private static Optional<Workload> live(ScaleDownArgs args, World world) throws Unanswered {
        return world.here().get(args.workload().in(world.namespace())).map(Workload::new);
    }

    private static Wanted fewer(ScaleDownArgs args, World world, Workload live) {
        String words = args.replicas() == 0
                ? "stops it"
                : "stops " + (live.replicas() - args.replicas()) + " of " + live.replicas() + " pods of "
                        + live.shown();
        Map<String, Object> spec = Map.of("spec", Map.of("replicas", args.replicas()));
        return new Wanted.Fields(
                Manifest.of(args.workload().in(world.namespace()), spec),
                List.of(new Effect(FieldPath.of("spec", "replicas"), When.CHANGED, words)));
    }

    private static List<Pod> pods(Workload workload, World world) throws Unanswered {
        return world
                .here()
                .list(Kind.POD, world.namespace(), workload.selector().labels())
                .stream()
                .map(Pod::new)
                .filter(workload::owns)
                .toList();
    }

    /** The workload is gone, and its pods may outlive it. */
    private static List<Pod> orphans(WorkloadName workload, World world) throws Unanswered {
        return world.here().list(Kind.POD, world.namespace(), Map.of()).stream()
                .map(Pod::new)
                .filter(pod -> pod.belongsTo(workload.kind(), workload.name()::equals, List.of()))
                .toList();
    }

    private static String missing(ScaleDownArgs args, World world) {
        return args.workload().shown() + " does not exist in namespace \"" + world.namespace() + "\" of \""
                + world.here().name() + "\"";
    }

    private static List<Example> examples() {
        return List.of(new Example("Stop a shake, whoever scaled it last", """
                        cluster: site-b
                        namespace: redis-b
                        within: 2m
                        take: [spec.replicas]
                        scale-down:
                          workload: Deployment/redis-shake-sync-0
                          if-missing: nothing
                        """));
    }
}
