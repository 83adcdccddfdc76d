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
 * @param credentialCommands commands, as a kubeconfig writes them, that may be run to get a credential
 */
public record Surroundings(Map<String, String> environment, Path home, Path folder, Set<String> credentialCommands) {
    public Surroundings {
        environment = Map.copyOf(environment);
        requireNonNull(home, "home");
        requireNonNull(folder, "folder");
        credentialCommands = Set.copyOf(credentialCommands);
    }

    /** The environment may hold anything. */
    @Override
    public String toString() {
        return "the surroundings of " + home;
    }
}
