// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.report.Heard;
import io.shakebook.engine.plan.Plan;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Confirmations that are answered on the command line. */
class ConfirmOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--confirm",
            paramLabel = "ADDRESS[=REASON]|all",
            description = "Answer a confirmation or a point of no return; may be repeated.")
    List<String> confirm = List.of();

    /** The answers that the run has not come to, for the command that goes on. */
    TypedCommand left(TypedCommand command, Heard heard) {
        confirm.stream()
                .filter(given -> !heard.confirmed(Confirmations.address(given)))
                .forEach(given -> command.add("--confirm", given));
        return command;
    }

    /** @throws ParameterException if an answer is for a question that the plan does not have */
    Confirmations confirmations(Plan plan) {
        Confirmations confirmations = new Confirmations(confirm);
        List<String> addresses = Stream.concat(
                        plan.phases().stream()
                                .filter(phase -> phase.pointOfNoReturn().isPresent())
                                .map(phase -> phase.address()),
                        plan.steps().stream()
                                .filter(step -> step.confirm().isPresent())
                                .map(step -> step.address().toString()))
                .toList();
        List<String> unknown = confirmations.unknown(addresses);
        if (!unknown.isEmpty()) {
            String asks = addresses.isEmpty() ? "it asks nothing" : "it asks: " + String.join(", ", addresses);
            throw new ParameterException(
                    spec.commandLine(), "the playbook does not ask \"" + unknown.get(0) + "\"; " + asks);
        }
        return confirmations;
    }
}
