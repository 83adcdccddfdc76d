// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.secret;

import io.shakebook.engine.change.Secrets;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.spi.value.SecretPlace.FromCommand;
import io.shakebook.spi.value.SecretPlace.InEnvironment;
import io.shakebook.spi.value.SecretPlace.InFile;
import io.shakebook.spi.value.SecretRef;
import java.time.Clock;

/**
 * Opens secrets that lie on no cluster. A file and a variable are read each time; what a command said holds for a short
 * while, since one comparison asks several times. Values are in memory only. Safe to use from several threads.
 */
public final class MachineSecrets implements Secrets {
    private final Surroundings surroundings;
    private final SecretCommands commands;

    /** Reads and starts nothing yet. */
    public MachineSecrets(Surroundings surroundings, Clock clock) {
        this.surroundings = surroundings;
        this.commands = new SecretCommands(surroundings, clock);
    }

    @Override
    public String open(SecretRef ref) throws Missing {
        if (ref.place() instanceof InFile file) {
            return new SecretFile(ref, SecretFile.path(file.path(), surroundings.home())).read();
        }
        if (ref.place() instanceof InEnvironment environment) {
            return variable(ref, environment.variable());
        }
        if (ref.place() instanceof FromCommand command) {
            return commands.open(ref, command);
        }
        throw new IllegalArgumentException("please report: " + ref.source() + " does not lie on the machine");
    }

    private String variable(SecretRef ref, String name) throws Missing {
        String value = surroundings.environment().getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new Missing(ref, "is not set", "set " + name + " where you start Shakebook");
        }
        return value;
    }
}
