// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.module.configmap.ConfigAbsentModule;
import io.shakebook.module.configmap.ConfigmapModule;
import io.shakebook.module.redis.LinkOrderModule;
import io.shakebook.module.redis.RedisPairType;
import io.shakebook.module.redis.RedisReadyModule;
import io.shakebook.module.redis.RedisReceiverLookup;
import io.shakebook.module.redis.RedisShardsLookup;
import io.shakebook.module.redis.RedisType;
import io.shakebook.module.scaledown.ScaleDownModule;
import io.shakebook.module.service.ServiceModule;
import io.shakebook.module.shakeapp.ShakeAppModule;
import io.shakebook.module.workloads.WorkloadsLookup;
import io.shakebook.module.workloads.WorkloadsStoppedModule;
import io.shakebook.spi.InventoryType;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.StepModule;
import java.util.List;

/**
 * The modules, look-ups and inventory types that come with Shakebook. They are services like any other's, and are named here
 * because looking for services opens every jar of the class path, which takes longer than all else that reading a playbook
 * needs.
 */
final class Shipped {
    private Shipped() {}

    static List<StepModule<?, ?>> modules() {
        return List.of(
                new ServiceModule(),
                new ConfigAbsentModule(),
                new ConfigmapModule(),
                new ShakeAppModule(),
                new ScaleDownModule(),
                new WorkloadsStoppedModule(),
                new RedisReadyModule(),
                new LinkOrderModule());
    }

    static List<Lookup<?, ?>> lookups() {
        return List.of(new WorkloadsLookup(), new RedisShardsLookup(), new RedisReceiverLookup());
    }

    static List<InventoryType<?>> types() {
        return List.of(new RedisType(), new RedisPairType());
    }
}
