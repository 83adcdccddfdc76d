// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.report.RunLines;
import io.shakebook.engine.run.RunListener;
import picocli.CommandLine.Option;

/** For whom the progress of a run is printed. */
final class ProgressOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, or json: each event of the run as one line on stdout, what is for people on stderr.")
    Format format = Format.text;

    /** Named as they are typed. */
    enum Format {
        text,
        json
    }

    /** The same, for the command that goes on. */
    TypedCommand repeated(TypedCommand command) {
        return format == Format.json ? command.add("--format", "json") : command;
    }

    /** Where what is for people goes. */
    Surroundings people(Surroundings around) {
        return format == Format.json ? around.aside() : around;
    }

    /** Hears what is for another program. */
    RunListener program(Surroundings around) {
        return format == Format.json ? new RunLines(around.clock(), around.console()::result) : event -> {};
    }
}
