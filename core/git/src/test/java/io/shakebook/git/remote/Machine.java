// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A user's machine in a folder of a test. */
final class Machine {
    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    final Path home;
    final Map<String, String> environment = new HashMap<>();
    final List<String> progress = new CopyOnWriteArrayList<>();
    Optional<Path> authorities = Optional.empty();
    Limits limits = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), 1L << 24, 1L << 20, 20_000);
    Instant now = NOON;

    Machine(Path home) {
        this.home = home;
    }

    Fetched fetch(String url, String ref) throws RemoteFault, InterruptedException {
        return remote().fetch(RemoteUrl.of(url), Optional.of(ref).filter(one -> !one.isEmpty()));
    }

    Fetched offline(String url, String ref) throws RemoteFault {
        return remote().cached(RemoteUrl.of(url), Optional.of(ref).filter(one -> !one.isEmpty()));
    }

    private Remote remote() {
        return new Remote(settings());
    }

    RemoteSettings settings() {
        return new RemoteSettings(
                environment,
                home,
                home.resolve("cache"),
                home.resolve("git-credentials"),
                authorities,
                limits,
                Clock.fixed(now, ZoneOffset.UTC),
                progress::add);
    }
}
