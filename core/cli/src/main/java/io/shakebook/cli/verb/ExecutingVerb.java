// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that shows a plan, has it approved and carries it out: what can be typed for that. */
abstract class ExecutingVerb implements Callable<Integer> {
    final Surroundings around;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ApprovalOptions approval = new ApprovalOptions();

    @Mixin
    StateOption state = new StateOption();

    @Mixin
    MandateOptions mandates = new MandateOptions();

    @Mixin
    ProgressOptions progress = new ProgressOptions();

    @Mixin
    SpanOptions spans = new SpanOptions();

    ExecutingVerb(Surroundings around) {
        this.around = around;
    }

    /** Adds how it is approved, kept and shown, for the command that goes on. */
    final TypedCommand answered(TypedCommand command) {
        return progress.repeated(approval.repeated(state.repeated(command)));
    }

    /** Adds all of these options, for the command that goes on. */
    final TypedCommand repeated(TypedCommand command) {
        return bounded(answered(command));
    }

    /** Adds how much of the plan is carried out, and how much of it at once. */
    final TypedCommand bounded(TypedCommand command) {
        return mandates.repeated(spans.repeated(command));
    }
}
