// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Carrier;
import io.shakebook.cli.PlanFiles;
import io.shakebook.cli.Planned;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code shakebook apply}: show a plan that was made before, ask, carry it out. */
@Command(
        name = "apply",
        description = "Carry out a plan that was made before: exactly this one, or nothing.",
        footer = {
            "",
            "Examples:",
            "  shakebook apply my.plan",
            "  shakebook apply my.plan --yes --confirm 'move/clients=ticket 12'",
            ""
        })
public final class ApplyVerb implements Callable<Integer> {
    private final Surroundings around;
    private final Function<Optional<String>, PlanFiles> files;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ApprovalOptions approval = new ApprovalOptions();

    @Mixin
    StateOption state = new StateOption();

    @Mixin
    LockOptions lock = new LockOptions();

    @Mixin
    ProgressOptions progress = new ProgressOptions();

    @Mixin
    SpanOptions spans = new SpanOptions();

    @Parameters(paramLabel = "FILE", description = "The plan file.")
    String file = "";

    /** @param files by the folder that is to keep the run */
    public ApplyVerb(Surroundings around, Function<Optional<String>, PlanFiles> files) {
        this.around = around;
        this.files = files;
    }

    @Override
    public Integer call() throws Exception {
        PlanFiles kept = files.apply(state.folder);
        Planned planned = kept.read(file);
        try (Carrier carrier = kept.open(planned)) {
            TypedCommand next = progress.repeated(approval.repeated(state.repeated(new TypedCommand(around.program(), "apply", file))));
            return new Conversation(around, common, approval, lock, progress, spans, state)
                    .about(planned, carrier, next)
                    .number();
        }
    }
}
