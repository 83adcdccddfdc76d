// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.kube.LocalRef;
import io.shakebook.spi.kube.ObjectName;
import io.shakebook.spi.kube.Port;
import io.shakebook.spi.kube.ServiceType;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.Text;
import java.util.List;
import java.util.Optional;

/** Arguments as the playbooks give them, each part changeable. */
final class Shakes {
    static final String IMAGE = "registry.example/redis-shake@sha256:" + "4665".repeat(16);
    static final Text DIGEST = Text.pending(new OutputRef("sync/configure/config[0]", "digest", ""));
    static final ShakeService SERVICE = new ShakeService(ServiceType.NODE_PORT, new Port(6379), new Port(6379));

    private Shakes() {}

    static ShakeAppArgs sync() {
        return args("redis-shake-sync-0", new LocalRef("ConfigMap", "redis-sync-0"), Optional.empty(), 0);
    }

    static ShakeAppArgs withService() {
        return args("redis-shake-sync-0", new LocalRef("ConfigMap", "redis-sync-0"), Optional.of(SERVICE), 0);
    }

    static ShakeAppArgs allowing(int restarts) {
        return args("redis-shake-sync-0", new LocalRef("ConfigMap", "redis-sync-0"), Optional.empty(), restarts);
    }

    static ShakeAppArgs args(String name, LocalRef config, Optional<ShakeService> service, int restartsAllowed) {
        return args(name, false, config, service, restartsAllowed);
    }

    static ShakeAppArgs filtered() {
        return args("redis-shake-sync", true, new LocalRef("ConfigMap", "redis-sync"), Optional.empty(), 0);
    }

    private static ShakeAppArgs args(
            String name, boolean filtered, LocalRef config, Optional<ShakeService> service, int restartsAllowed) {
        return new ShakeAppArgs(
                new ObjectName(name),
                new PinnedImage(IMAGE),
                List.of("/etc/sync/sync.toml"),
                filtered,
                config,
                DIGEST,
                "/etc/sync",
                "/data",
                Optional.of(new DataSize("2Gi")),
                service,
                restartsAllowed);
    }
}
