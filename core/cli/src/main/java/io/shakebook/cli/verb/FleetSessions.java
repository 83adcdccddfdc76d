// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.LocalFault;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.Session;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.FleetReport;
import io.shakebook.engine.insight.Fleet;
import io.shakebook.engine.plan.Made;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A plan for each entry of a fleet. Their sessions stay open until this is closed, so that each can be carried out. */
final class FleetSessions implements AutoCloseable {
    private final Fleet fleet;
    private final Deque<Session> open = new ArrayDeque<>();
    private final List<Member> members = new ArrayList<>();

    /** An entry with its plan. */
    record Member(String entry, PlanRequest request, Session session, Planned planned) {}

    private FleetSessions(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Exceptions as of {@link Session#plan}; which entry it was about is said before. */
    static FleetSessions plan(Session.Opener opener, PlanRequest request, Fleet fleet, Console console)
            throws Exception {
        FleetSessions sessions = new FleetSessions(fleet);
        for (String entry : fleet.picked()) {
            try {
                sessions.add(opener, entry, request.with(fleet.parameter(), entry));
            } catch (Exception e) {
                console.note(new FleetReport(console.noteScreen(), fleet).noPlan(entry));
                sessions.close();
                throw e;
            }
        }
        return sessions;
    }

    private void add(Session.Opener opener, String entry, PlanRequest request) throws Exception {
        Session session = opener.open(request);
        open.push(session);
        Member member = new Member(entry, request, session, session.plan());
        members.add(member);
        if (!revisions(member).equals(revisions(members.get(0)))) {
            throw new LocalFault(
                    "the inventory or the playbook moved to another revision while the plans were made: "
                            + revisions(members.get(0)) + ", then " + revisions(member),
                    "start again, or name a commit instead of a branch");
        }
    }

    /** Of what a plan was made from. All plans of a fleet are made from the same. */
    private static String revisions(Member member) {
        Made made = member.planned().plan().made();
        return made.playbook().revision() + " and " + made.inventory().revision();
    }

    Fleet fleet() {
        return fleet;
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    List<FleetReport.Part> parts() {
        return members.stream()
                .map(one -> new FleetReport.Part(one.entry(), one.planned().plan()))
                .toList();
    }

    List<Member> previews() {
        return members.stream().filter(one -> one.planned().preview()).toList();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
