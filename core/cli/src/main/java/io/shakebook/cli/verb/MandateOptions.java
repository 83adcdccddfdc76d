// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Mandate;
import io.shakebook.engine.plan.Span;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a run goes through a plan: whose locks it takes over, and how much it does at once. */
final class MandateOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--take-over",
            paramLabel = "RUN",
            description = "Take over the locks of this run, which is dead, although they have not expired.")
    Optional<String> takeOver = Optional.empty();

    Optional<Integer> parallel = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "NUMBER",
            description =
                    "Work on at most so many steps at once, on all clusters together; steps that wait do not count."
                            + " 64 if nothing is said. What one cluster bears stands in the inventory.")
    void parallel(int most) {
        if (most < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--parallel takes a whole number, 1 or more, not \"" + most + "\"");
        }
        parallel = Optional.of(most);
    }

    /** @param how the plan was approved */
    Mandate mandate(String how, Span span) {
        return new Mandate(how, takeOver, span, parallel);
    }

    /** As much at once, for the command that goes on. What was taken over once is not taken over again. */
    TypedCommand repeated(TypedCommand command) {
        parallel.ifPresent(most -> command.add("--parallel", String.valueOf(most)));
        return command;
    }
}
