// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.report.Console;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/** Before a command begins, takes it to heart if it is to be quiet, for whoever talks without knowing of commands. */
final class Hushing implements IExecutionStrategy {
    private final Console console;

    Hushing(Console console) {
        this.console = console;
    }

    @Override
    public int execute(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        if (command.hasMatchedOption("--quiet")) {
            console.hush();
        }
        return new CommandLine.RunLast().execute(parsed);
    }
}
