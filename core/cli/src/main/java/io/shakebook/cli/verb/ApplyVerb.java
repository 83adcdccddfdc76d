// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Carrier;
import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanFiles;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.cli.report.PlanDifference;
import io.shakebook.engine.plan.Made;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
            "  shakebook apply my.plan --approve-digest 2de03f59785a    # this plan, whatever stands in the file now",
            "  shakebook apply my.plan --replan                         # what is different now? asks again",
            ""
        })
public final class ApplyVerb extends ExecutingVerb {
    private final Function<Optional<String>, PlanFiles> files;
    private final Function<Optional<String>, Session.Opener> opener;

    @Parameters(paramLabel = "FILE", description = "The plan file.")
    String file = "";

    @Option(
            names = "--replan",
            description =
                    "Make the plan again from the playbook and inventory that it names, show what differs, and ask.")
    boolean replan;

    /**
     * @param files by the folder that is to keep the run
     * @param opener by the same
     */
    public ApplyVerb(
            Surroundings around,
            Function<Optional<String>, PlanFiles> files,
            Function<Optional<String>, Session.Opener> opener) {
        super(around);
        this.files = files;
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        PlanFiles kept = files.apply(state.folder);
        Planned planned = kept.read(file);
        return (replan ? again(planned) : asItIs(kept, planned)).number();
    }

    private ExitCode asItIs(PlanFiles kept, Planned planned) throws Exception {
        try (Carrier carrier = kept.open(planned)) {
            carrier.remarks().forEach(remark -> around.console().note("note: " + remark + "\n"));
            TypedCommand next = answered(new TypedCommand(around.program(), "apply", file));
            approval.digest.ifPresent(digest -> next.add("--approve-digest", digest.typed()));
            boolean playbook = planned.plan().made().undoes().isEmpty();
            return new Conversation(this)
                    .about(planned, carrier, playbook ? next.whenStale(mandates.repeated(replanned())) : next);
        }
    }

    /** What was approved before is shown beside what would be carried out now; the yes to the one is none to the other. */
    private ExitCode again(Planned approved) throws Exception {
        Made made = approved.plan().made();
        if (made.undoes().isPresent()) {
            return noPlaybook(made.undoes().get());
        }
        around.console()
                .note("The plan is made again, from the playbook \""
                        + made.playbook().path() + "\" and the inventory \""
                        + made.inventory().path() + "\" that " + file + " names.\n");
        try (Session session = opener.apply(state.folder).open(TypedCommand.request(made))) {
            Planned now = session.plan();
            if (!now.digest().equals(approved.digest())) {
                approval.demandDigest();
            }
            around.console()
                    .result(PlanDifference.sinceApproval(
                            around.console().screen(),
                            approved.plan(),
                            approved.digest().orElse(""),
                            now.plan()));
            return new Conversation(this).about(now, session, replanned());
        }
    }

    /** A way back is planned from the journal of its run. */
    private ExitCode noPlaybook(Made.Undoes undoes) {
        TypedCommand undo = state.repeated(new TypedCommand(around.program(), "undo", undoes.run()))
                .add("--out", file);
        Diagnostic wrong = Diagnostic.error(
                "replan-of-a-way-back",
                "--replan makes a playbook's plan again, and " + file + " is the way back of the run " + undoes.run(),
                "plan that anew: " + undo);
        return Failures.print(around.console(), List.of(wrong), "nothing was written", ExitCode.USAGE);
    }

    private TypedCommand replanned() {
        TypedCommand command = state.repeated(new TypedCommand(around.program(), "apply", file, "--replan"));
        approval.confirm.forEach(given -> command.add("--confirm", given));
        return command;
    }
}
