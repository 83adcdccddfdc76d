// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.engine.source.Nearest;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our words: picocli's name positions and classes. */
record WrongUsage(ParameterException thrown) {

    Diagnostic diagnostic() {
        return unknown().map(this::unknown).orElseGet(() -> Diagnostic.error("usage", message(), help()));
    }

    /** A word that nobody takes; it is said first, since a misspelt option is also a missing one. */
    private Optional<String> unknown() {
        List<String> unmatched = thrown instanceof UnmatchedArgumentException some
                ? some.getUnmatched()
                : thrown instanceof MissingParameterException ? command().getUnmatchedArguments() : List.of();
        return Stream.concat(unmatched.stream().filter(word -> word.startsWith("-")), unmatched.stream())
                .findFirst();
    }

    private Diagnostic unknown(String word) {
        if (word.startsWith("-")) {
            String name = word.replaceAll("=.*", "");
            List<String> known = command().getCommandSpec().options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .filter(option -> option.startsWith("--"))
                    .toList();
            return Diagnostic.error(
                    "usage",
                    "there is no option \"" + name + "\"" + of(),
                    Habits.option(name, Set.copyOf(known)).orElseGet(() -> Nearest.remedy(name, "options", known)));
        }
        List<String> commands = command().getSubcommands().keySet().stream()
                .filter(name -> !name.contains("-"))
                .toList();
        if (!commands.isEmpty()) {
            return Diagnostic.error(
                    "usage",
                    "there is no command \"" + word + "\"" + of(),
                    Optional.of(word)
                            .filter(any -> command().getParent() == null)
                            .flatMap(Habits::command)
                            .orElseGet(() -> Nearest.remedy(word, "commands", commands)));
        }
        return Diagnostic.error("usage", "\"" + word + "\" is one argument too many" + of(), help());
    }

    private String message() {
        if (thrown instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return "this is missing: "
                    + String.join(
                            ", ",
                            missing.getMissing().stream()
                                    .map(arg -> arg.isOption()
                                            ? ((CommandLine.Model.OptionSpec) arg).longestName() + " "
                                                    + arg.paramLabel()
                                            : arg.paramLabel())
                                    .toList());
        }
        return String.valueOf(thrown.getMessage());
    }

    private String of() {
        String name = command().getCommandSpec().qualifiedName();
        return name.contains(" ") ? " of \"" + name + "\"" : "";
    }

    private String help() {
        return "see " + command().getCommandSpec().qualifiedName() + " --help";
    }

    private CommandLine command() {
        return thrown.getCommandLine();
    }
}
