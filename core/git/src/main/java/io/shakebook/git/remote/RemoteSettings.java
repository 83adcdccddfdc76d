// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user's machine gives to a fetch. Nothing of it comes from a repository.
 *
 * @param environment of the process
 * @param home the user's folder, for {@code .ssh}
 * @param cache a folder of ours
 * @param credentials the file of tokens by host; it need not exist
 * @param authorities certificates to trust beside those of Java
 * @param progress takes a line when it takes long
 */
public record RemoteSettings(
        Map<String, String> environment,
        Path home,
        Path cache,
        Path credentials,
        Optional<Path> authorities,
        Limits limits,
        Clock clock,
        Consumer<String> progress) {
    public RemoteSettings {
        environment = Map.copyOf(environment);
        requireNonNull(home, "home");
        requireNonNull(cache, "cache");
        requireNonNull(credentials, "credentials");
        requireNonNull(authorities, "authorities");
        requireNonNull(limits, "limits");
        requireNonNull(clock, "clock");
        requireNonNull(progress, "progress");
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** The environment may hold a token. */
    @Override
    public String toString() {
        return "the settings of " + home;
    }
}
