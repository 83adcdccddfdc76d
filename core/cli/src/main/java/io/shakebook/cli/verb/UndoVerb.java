// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanFiles;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Undoing;
import io.shakebook.cli.Undoing.Undo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shakebook undo}: show the way back of a run, ask, carry it out. */
@Command(
        name = "undo",
        description = "Walk back what a run did, as a plan of its own that is shown and approved.",
        footer = {
            "",
            "What was created is deleted, what was changed or deleted is put back, the last first. What has no way back,",
            "and what somebody changed since, stays and is listed with the reason. It stops at a point of no return.",
            "",
            "Examples:",
            "  shakebook undo last",
            "  shakebook undo r-20261122-2101-k7wd --out back.plan      # only plan it; then: apply back.plan",
            "  shakebook undo k7wd --take sync/start/shake[0]           # also what somebody changed there since",
            ""
        })
public final class UndoVerb extends ExecutingVerb {
    private final Function<Optional<String>, Undoing> undoing;
    private final PlanFiles files;

    @Option(
            names = "--take",
            paramLabel = "ADDRESS|FIELD",
            description = "Take back also what somebody changed since, of this step or this field; may be repeated.")
    List<String> take = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Keep the plan in a file, for show and apply, and end.")
    Optional<String> out = Optional.empty();

    @Parameters(
            paramLabel = "RUN",
            description = "The run's id, a beginning or an end of it that no other run has, or \"last\".")
    String run = "";

    /** @param undoing by the folder that keeps the run, and that is to keep the way back */
    public UndoVerb(Surroundings around, Function<Optional<String>, Undoing> undoing, PlanFiles files) {
        super(around);
        this.undoing = undoing;
        this.files = files;
    }

    @Override
    public Integer call() throws Exception {
        try (Undo undo = undoing.apply(state.folder).undo(run, take)) {
            return out.isPresent() ? kept(undo.planned(), out.get()) : carriedOut(undo);
        }
    }

    private int kept(Planned planned, String file) throws Exception {
        files.write(file, planned.file().get());
        TypedCommand apply = new TypedCommand(around.program(), "apply", file);
        Optional<String> next =
                Optional.of(apply.toString()).filter(some -> planned.plan().changesAnything());
        around.console()
                .result(
                        common.quiet
                                ? planned.digest().orElseThrow() + "\n"
                                : PlanFormat.text.of(planned, around.console().screen(), next));
        return ExitCode.DONE.number();
    }

    private int carriedOut(Undo undo) throws Exception {
        String named = undo.planned().plan().made().undoes().orElseThrow().run();
        TypedCommand next = answered(new TypedCommand(around.program(), "undo", named));
        take.forEach(typed -> next.add("--take", typed));
        return new Conversation(this).about(undo.planned(), undo, next).number();
    }
}
