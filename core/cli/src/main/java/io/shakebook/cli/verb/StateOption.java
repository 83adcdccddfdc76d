// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Where runs are kept. */
final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep runs in DIR/runs instead of $XDG_STATE_HOME/shakebook/runs.")
    Optional<String> folder = Optional.empty();

    /** The same folder, for the command that comes next. */
    TypedCommand repeated(TypedCommand command) {
        folder.ifPresent(named -> command.add("--state", named));
        return command;
    }

    /** The command that goes on with a run. */
    TypedCommand resume(String program, String run) {
        return repeated(new TypedCommand(program, "resume", run));
    }
}
