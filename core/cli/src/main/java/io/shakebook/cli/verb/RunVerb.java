// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code shakebook run}: plan, show, ask, carry out. */
@Command(
        name = "run",
        description = "Plan, show the plan, ask, and carry it out.",
        footer = {
            "",
            "Without a terminal nothing can be asked: --yes answers the question whether to carry out the plan,",
            "--confirm answers confirmations and points of no return. What nobody answers pauses the run (exit 7).",
            "What another run holds is not written to (exit 5): wait, or take over what a dead run left by --take-over.",
            "",
            "Examples:",
            "  shakebook run playbooks/my-playbook.yaml -i inventories/demo",
            "  shakebook run playbooks/my-playbook.yaml -i inventories/demo -p image=my/image:2 --yes",
            "  shakebook run playbooks/my-playbook.yaml -i inventories/demo --yes --confirm 'move/clients=ticket 12'",
            ""
        })
public final class RunVerb implements Callable<Integer> {
    private final Surroundings around;
    private final Function<Optional<String>, Session.Opener> opener;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

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

    /** @param opener by the folder that is to keep the run */
    public RunVerb(Surroundings around, Function<Optional<String>, Session.Opener> opener) {
        this.around = around;
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        PlanRequest request = playbook.request();
        try (Session session = opener.apply(state.folder).open(request)) {
            Planned planned = session.plan();
            TypedCommand next = progress.repeated(
                    approval.repeated(state.repeated(new TypedCommand(around.program(), "run", request))));
            return new Conversation(around, common, approval, mandates, progress, spans, state)
                    .about(planned, session, next)
                    .number();
        }
    }
}
