// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Desired;
import io.shakebook.spi.Example;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.Output;
import io.shakebook.spi.Permission;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.World;
import java.util.ArrayList;
import java.util.List;

/** One RedisShake as a Deployment; ready when its pod is up and has not restarted. */
public final class ShakeAppModule implements StepModule<ShakeAppArgs, ShakeAppOutputs> {

    @Override
    public ModuleSpec<ShakeAppArgs, ShakeAppOutputs> spec() {
        return new ModuleSpec<>(
                "shake-app",
                "One RedisShake as a Deployment, ready when its pod is up and has not restarted.",
                "Each start of a shake is a full resync. It never starts while an old pod of it is left, and it is never"
                        + " updated by running an old and a new pod side by side. Ready says that the process is up, not that"
                        + " the copy is complete; use \"hold\" to see that it stays up.",
                ShakeAppArgs.class,
                ShakeAppOutputs.class,
                false,
                List.of(
                        new Permission("apps", "deployments", List.of("get", "create", "patch", "delete")),
                        new Permission("apps", "replicasets", List.of("get")),
                        new Permission("", "services", List.of("get", "create", "patch", "delete")),
                        new Permission("", "configmaps", List.of("get")),
                        new Permission("", "secrets", List.of("get")),
                        new Permission("", "pods", List.of("list")),
                        new Permission("", "pods/log", List.of("get")),
                        new Permission("", "events", List.of("list"))),
                examples());
    }

    @Override
    public Desired<ShakeAppOutputs> want(ShakeAppArgs args, World world) throws Unanswered {
        ShakeDeployment shake = new ShakeDeployment(args, world.namespace());
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(shake.wanted(world.here().get(shake.ref()).flatMap(live -> new InTheWay(args, live).reason())));
        args.service()
                .map(service -> new ShakeServiceManifest(args, service, world.namespace()))
                .ifPresent(service -> wanted.add(service.wanted()));
        return new Desired<>(
                wanted, new ShakeAppOutputs(Output.fixed(args.name().value())));
    }

    @Override
    public Verdict before(ShakeAppArgs args, World world) throws Unanswered {
        return new StartGuard(args, world).verdict();
    }

    @Override
    public Verdict verify(ShakeAppArgs args, World world) throws Unanswered {
        return new ShakeCheck(args, world).verdict();
    }

    private static List<Example> examples() {
        return List.of(new Example("A shake with a configuration that exists already", """
                        cluster: site-b
                        namespace: redis-b
                        within: 5m
                        hold: 10s
                        shake-app:
                          name: redis-shake-sync-0
                          image: registry.example/redis-shake@sha256:46652d7d8893fa4508c3c6725afc1e211fb9cb894c4dc85e94287395a32fc3dc
                          arguments: [/etc/sync/sync.toml]
                          config:
                            kind: ConfigMap
                            name: redis-sync-0
                          config-digest: made-by-hand
                          data-size: 2Gi
                        """));
    }
}
