// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Mandate;
import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.Planned;
import io.shakebook.cli.SampleDrift;
import io.shakebook.cli.SamplePlan;
import io.shakebook.cli.Session;
import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.Summary;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.planning.Required;
import io.shakebook.engine.run.Approvals;
import io.shakebook.engine.run.Questions;
import io.shakebook.engine.run.Questions.Question;
import io.shakebook.engine.run.RunListener;
import io.shakebook.engine.run.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A session over a plan made by hand: its run asks the plan's questions and does nothing else. */
final class FakeSession implements Session, Session.Opener {
    static final String DIGEST = "sha256:" + "6b1e04d2".repeat(8);
    private final Plan plan;
    private final String digest;
    private Drift drift = SampleDrift.none();
    final List<String> ran = new ArrayList<>();
    final List<Mandate> mandates = new ArrayList<>();
    final List<PlanRequest> requests = new ArrayList<>();
    boolean closed;
    Outcome outcome = Outcome.DONE;
    List<String> remarks = List.of();
    Optional<String> taken = Optional.empty();
    Optional<RunEvent.Failure> locked = Optional.empty();
    List<StepAddress> open = List.of();
    List<StepAddress> notAsked = List.of();
    Required required = new Required(new TreeSet<>(), Map.of(), List.of());

    FakeSession(Plan plan) {
        this(plan, DIGEST);
    }

    FakeSession(Plan plan, String digest) {
        this.plan = plan;
        this.digest = digest;
    }

    /** A session that finds this. */
    static FakeSession finding(Drift drift) {
        FakeSession session = new FakeSession(SamplePlan.nothing());
        session.drift = drift;
        return session;
    }

    @Override
    public Session open(PlanRequest request) {
        requests.add(request);
        return this;
    }

    @Override
    public Planned plan() {
        boolean preview = !plan.seen().unreachable().isEmpty();
        return new Planned(plan, preview ? Optional.empty() : Optional.of(digest), () -> "{}\n");
    }

    @Override
    public Required permissions() {
        return required;
    }

    @Override
    public Drift drift() {
        return drift;
    }

    @Override
    public RunEnded run(Planned planned, Mandate mandate, Approvals approvals, RunListener listener, StopSignal stop) {
        taken = mandate.takeOver();
        mandates.add(mandate);
        String how = mandate.how();
        if (locked.isPresent()) {
            listener.heard(new RunEvent.LockRefused(locked.get()));
            return ended(Outcome.LOCKED, Optional.empty());
        }
        ran.add(how);
        listener.heard(new RunEvent.RunStarted("r-1", "sha256:6b1e04d2", "li@ops-1", how));
        for (Question question : Questions.of(plan, mandate.span())) {
            Optional<Approvals.Answer> answer = approvals.confirm(question.address(), question.text());
            if (answer.filter(Approvals.Answer::yes).isEmpty()) {
                listener.heard(
                        new RunEvent.Paused(question.address(), question.text(), answer.map(Approvals.Answer::by)));
                return ended(Outcome.PAUSED, Optional.of(question.address()));
            }
            Approvals.Answer yes = answer.get();
            listener.heard(new RunEvent.Confirmed(question.address(), yes.by(), yes.how(), yes.reason()));
            ran.add(question.address() + " " + answer.get().how() + " "
                    + answer.get().reason());
        }
        return ended(outcome, Optional.empty());
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    private RunEnded ended(Outcome outcome, Optional<String> pausedAt) {
        List<StepAddress> done = new ArrayList<>(plan.steps().stream()
                .map(PlannedStep::address)
                .filter(step -> !open.contains(step))
                .toList());
        done.removeAll(notAsked);
        return new RunEnded(
                outcome,
                new Summary(
                        List.copyOf(done),
                        List.copyOf(notAsked),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Duration.ofSeconds(3),
                        pausedAt));
    }

    @Override
    public void close() {
        closed = true;
    }
}
