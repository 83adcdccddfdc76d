// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.engine.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is answered on the command line. */
final class ApprovalOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--yes", description = "Carry out the plan without asking; confirmations are still asked.")
    boolean yes;

    @Option(
            names = "--confirm",
            paramLabel = "ADDRESS[=REASON]|all",
            description = "Answer a confirmation or a point of no return; may be repeated.")
    List<String> confirm = List.of();

    @Option(
            names = "--approve-digest",
            paramLabel = "DIGEST",
            description = "Carry out exactly the plan with this digest, without asking; 12 of its digits are enough.")
    void approve(String typed) {
        digest = Optional.of(GivenDigest.parse(typed)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--approve-digest takes at least " + GivenDigest.FEWEST
                                + " hexadecimal digits of a digest, not \"" + typed + "\"")));
    }

    Optional<GivenDigest> digest = Optional.empty();

    /** The same answers, for the command that goes on. */
    TypedCommand repeated(TypedCommand command) {
        if (yes) {
            command.add("--yes");
        }
        digest.ifPresent(given -> command.add("--approve-digest", given.typed()));
        confirm.forEach(given -> command.add("--confirm", given));
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
