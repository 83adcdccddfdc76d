// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.configmap;

import io.shakebook.spi.Desired;
import io.shakebook.spi.Example;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.Permission;
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
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Removes a ConfigMap or Secret once no pod uses it; ready when it is gone. */
public final class ConfigAbsentModule implements StepModule<ConfigAbsentArgs, NoOutputs> {

    @Override
    public ModuleSpec<ConfigAbsentArgs, NoOutputs> spec() {
        return new ModuleSpec<>(
                "config-absent",
                "Removes a ConfigMap or Secret once no pod uses it; ready when it is gone.",
                "For a file that moved, such as a password from a ConfigMap to a Secret: put the step after the one that"
                        + " starts the pods with the new file.",
                ConfigAbsentArgs.class,
                NoOutputs.class,
                false,
                List.of(
                        new Permission("", "configmaps", List.of("get", "delete")),
                        new Permission("", "secrets", List.of("get", "delete")),
                        new Permission("", "pods", List.of("list"))),
                List.of(new Example("A password moved from a ConfigMap to a Secret", """
                        cluster: site-b
                        namespace: redis-b
                        config-absent:
                          name: redis-sync-0
                          kind: ConfigMap
                        """)));
    }

    @Override
    public Desired<NoOutputs> want(ConfigAbsentArgs args, World world) {
        Effect effect = new Effect(FieldPath.ROOT, When.DELETED, "its files are lost");
        return new Desired<>(List.of(new Wanted.Absent(ref(args, world), List.of(effect))), new NoOutputs());
    }

    @Override
    public Verdict before(ConfigAbsentArgs args, World world) throws Unanswered {
        List<Manifest> pods = world.here().list(Kind.POD, world.namespace(), Map.of());
        String users = pods.stream()
                .filter(pod -> !new Pod(pod).ended())
                .filter(pod -> new PodFiles(pod).use(args.kind(), args.name().value()))
                .map(pod -> "\"" + pod.ref().name() + "\"")
                .collect(Collectors.joining(", "));
        return users.isEmpty()
                ? Verdict.ready("no pod uses " + args.shown())
                : Verdict.waiting(args.shown() + " is still used by pod " + users);
    }

    @Override
    public Verdict verify(ConfigAbsentArgs args, World world) throws Unanswered {
        Optional<Manifest> live = world.here().get(ref(args, world));
        if (live.isEmpty()) {
            return Verdict.ready(args.shown() + " is gone");
        }
        List<Object> finalizers = live.get().list("metadata", "finalizers");
        return Verdict.waiting(args.shown() + " is still there"
                + (live.get().terminating() && !finalizers.isEmpty() ? ", held by finalizers " + finalizers : ""));
    }

    private static ObjectRef ref(ConfigAbsentArgs args, World world) {
        return new ObjectRef(args.kind().kind(), world.namespace(), args.name().value());
    }
}
