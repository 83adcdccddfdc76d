// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.Span;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which phases of a plan are carried out. */
final class SpanOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--until", paramLabel = "PHASE", description = "End after this phase and what it needs.")
    Optional<String> until = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "PHASE",
            description =
                    "Begin at this phase; refused if a phase before it has a change. Gates are measured all the same.")
    Optional<String> from = Optional.empty();

    /** @throws ParameterException if the plan has no such phase */
    Span span(Plan plan) {
        Stream.concat(until.stream(), from.stream())
                .filter(name -> Span.named(plan, name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(spec, name, plan);
                });
        return new Span(until, from);
    }

    static ParameterException unknown(CommandSpec spec, String name, Plan plan) {
        List<String> phases = plan.phases().stream().map(PlannedPhase::address).toList();
        return new ParameterException(
                spec.commandLine(), "there is no phase \"" + name + "\"; there are: " + String.join(", ", phases));
    }

    /** Why a run must not begin where it is to. */
    static List<Diagnostic> refused(Span span, Plan plan) {
        String from = span.from().orElse("");
        return span.inTheWay(plan).stream()
                .map(step -> Diagnostic.error(
                        "not-done-before",
                        "the run cannot begin at \"" + from + "\": \"" + step.address()
                                + "\" comes before it and changes something",
                        "leave --from out, or carry out what comes before first: --until " + step.phase()))
                .toList();
    }

    /** The same, for the command that goes on. */
    TypedCommand repeated(TypedCommand command) {
        until.ifPresent(phase -> command.add("--until", phase));
        from.ifPresent(phase -> command.add("--from", phase));
        return command;
    }
}
