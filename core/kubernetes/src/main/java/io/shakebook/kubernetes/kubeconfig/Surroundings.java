// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What the user's machine adds to an inventory.
 *
 * @param environment of the process; {@code KUBECONFIG} is read, and a command for credentials gets all of it
 * @param home the user's home folder
 * @param folder what a relative path of a kubeconfig in an inventory is relative to
 * @param credentialCommands commands that may be run to get a credential: names, or absolute paths
 * @param secretCommands commands that may be run to get a secret, in the same form
 * @param secretVariables variables of the environment that such a command gets beside the harmless ones
 */
public record Surroundings(
        Map<String, String> environment,
        Path home,
        Path folder,
        Set<String> credentialCommands,
        Set<String> secretCommands,
        Set<String> secretVariables) {

    /** Without commands for secrets. */
    public Surroundings(Map<String, String> environment, Path home, Path folder, Set<String> credentialCommands) {
        this(environment, home, folder, credentialCommands, Set.of(), Set.of());
    }

    public Surroundings {
        environment = Map.copyOf(environment);
        requireNonNull(home, "home");
        requireNonNull(folder, "folder");
        credentialCommands = Set.copyOf(credentialCommands);
        secretCommands = Set.copyOf(secretCommands);
        secretVariables = Set.copyOf(secretVariables);
    }

    /** The user's own configuration: {@code $XDG_CONFIG_HOME/shakebook/config.yaml}. */
    public Path config() {
        String folder = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (folder.isEmpty() ? home.resolve(".config") : Path.of(folder))
                .resolve("shakebook")
                .resolve("config.yaml");
    }

    /** The environment may hold anything. */
    @Override
    public String toString() {
        return "the surroundings of " + home;
    }
}
