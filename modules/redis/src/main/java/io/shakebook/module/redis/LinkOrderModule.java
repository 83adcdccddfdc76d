// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import io.shakebook.spi.Desired;
import io.shakebook.spi.Example;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.Permission;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A gate in front of the start of shakes: the rules of the procedure hold. */
public final class LinkOrderModule implements StepModule<LinkOrderArgs, NoOutputs> {

    @Override
    public ModuleSpec<LinkOrderArgs, NoOutputs> spec() {
        return new ModuleSpec<>(
                "redis-link-order",
                "Holds when shakes may start: no copy runs the other way, none is too many, every master is up.",
                "Put it right before the step that starts the shakes, in the target's cluster and namespace. The rules:\n\n"
                        + rules(),
                LinkOrderArgs.class,
                NoOutputs.class,
                true,
                List.of(
                        new Permission("apps", "deployments", List.of("list")),
                        new Permission("apps", "statefulsets", List.of("get")),
                        new Permission("", "pods", List.of("list"))),
                List.of(new Example("Before the shakes of normal operation start", """
                        cluster: ${target.cluster}
                        namespace: ${target.namespace}
                        within: 2m
                        redis-link-order:
                          source: ${source}
                          target: ${target}
                          app-name: redis-shake-sync
                          opposite-app-name: redis-shake-recovery
                          wanted: [redis-shake-sync-0, redis-shake-sync-1, redis-shake-sync-2]
                        """)));
    }

    @Override
    public Desired<NoOutputs> want(LinkOrderArgs args, World world) {
        return Desired.nothing();
    }

    @Override
    public Verdict verify(LinkOrderArgs args, World world) throws Unanswered {
        return new LinkOrder(args, LinkSight.of(args, world)).verdict();
    }

    private static String rules() {
        return Arrays.stream(DrRule.values())
                .map(rule -> "- " + rule.name() + ": " + rule.sentence())
                .collect(Collectors.joining("\n"));
    }
}
