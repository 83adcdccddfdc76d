// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.Span;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How far a run goes that goes on: as far as it was to, unless somebody says otherwise. */
final class FurtherOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--until", paramLabel = "PHASE", description = "End after this phase and what it needs.")
    Optional<String> until = Optional.empty();

    @Option(names = "--to-the-end", description = "Go on behind the phase after which the run was to end.")
    boolean toTheEnd;

    boolean told() {
        return toTheEnd || until.isPresent();
    }

    /** @throws picocli.CommandLine.ParameterException if the plan has no such phase */
    Span span(Plan plan, Span before) {
        if (!told()) {
            return before;
        }
        until.filter(name -> Span.named(plan, name).isEmpty()).ifPresent(name -> {
            throw SpanOptions.unknown(spec, name, plan);
        });
        return new Span(until, before.from());
    }
}
