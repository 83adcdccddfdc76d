// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.ExitCode;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.engine.insight.Fleet;
import java.util.Optional;
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
            "  shakebook run playbooks/my-playbook.yaml -i inventories/demo --for-each-in all-pairs --limit 'shop-*'",
            ""
        })
public final class RunVerb extends ExecutingVerb {
    private final Function<Optional<String>, Session.Opener> opener;

    @Mixin
    PlaybookOptions playbook = new PlaybookOptions();

    @Mixin
    FleetOptions fleet = new FleetOptions();

    /** @param opener by the folder that is to keep the run */
    public RunVerb(Surroundings around, Function<Optional<String>, Session.Opener> opener) {
        super(around);
        this.opener = opener;
    }

    @Override
    public Integer call() throws Exception {
        PlanRequest request = playbook.request();
        Session.Opener place = opener.apply(state.folder);
        Optional<Fleet.Query> query = fleet.query();
        if (query.isPresent()) {
            return fleet(place, request, query.get()).number();
        }
        try (Session session = place.open(request)) {
            Planned planned = session.plan();
            return new Conversation(this)
                    .about(planned, session, answered(again(request)))
                    .number();
        }
    }

    private ExitCode fleet(Session.Opener place, PlanRequest request, Fleet.Query query) throws Exception {
        if (approval.digest.isPresent()) {
            throw fleet.usage("--approve-digest approves one plan; a fleet has one for each entry");
        }
        Fleet picked = place.fleet(request, query);
        try (FleetSessions sessions = FleetSessions.plan(place, request, picked, around.console())) {
            return new FleetRun(this, sessions).run(fleet.repeated(repeated(again(request))));
        }
    }

    private TypedCommand again(PlanRequest request) {
        return new TypedCommand(around.program(), "run", request);
    }
}
