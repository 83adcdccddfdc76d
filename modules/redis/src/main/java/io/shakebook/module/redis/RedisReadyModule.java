// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

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
import java.util.List;

/** A gate: every master that a Redis should have is up. */
public final class RedisReadyModule implements StepModule<RedisReadyArgs, NoOutputs> {

    @Override
    public ModuleSpec<RedisReadyArgs, NoOutputs> spec() {
        return new ModuleSpec<>(
                "redis-ready",
                "Holds when every master that a Redis should have has a ready pod.",
                "Evidence is pods and their labels; Redis itself is not asked.",
                RedisReadyArgs.class,
                NoOutputs.class,
                true,
                List.of(
                        new Permission("", "pods", List.of("list")),
                        new Permission("apps", "statefulsets", List.of("get"))),
                List.of(new Example("Wait for a primary that comes back", """
                        cluster: ${redis.cluster}
                        namespace: ${redis.namespace}
                        within: 10m
                        hold: 30s
                        redis-ready:
                          redis: ${redis}
                        """)));
    }

    @Override
    public Desired<NoOutputs> want(RedisReadyArgs args, World world) {
        return Desired.nothing();
    }

    @Override
    public Verdict verify(RedisReadyArgs args, World world) throws Unanswered {
        Masters masters = new MasterReader(args.redis()).read(world);
        int count = masters.all().size();
        int up = Math.max(0, count - masters.problems().size());
        Measure measure = new Measure("ready masters", up + " of " + count);
        return masters.problems().isEmpty()
                ? Verdict.ready(
                        "every master of \"" + args.redis().name() + "\" has a ready pod (" + masters.evidence() + ")",
                        measure)
                : Verdict.waiting(masters.shownProblems(), measure);
    }
}
