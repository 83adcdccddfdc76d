// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.Summary;
import io.shakebook.engine.plan.Plan;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From where a run stands to how it ended. */
final class Verdicts {
    private static final Set<String> REFUSALS = Set.of("gate", "refused-by-module");

    private final Plan plan;
    private final Progress progress;
    private final Set<String> walked;
    private final List<String> changed;
    private final StopSignal stop;
    private final boolean lockLost;

    Verdicts(
            Plan plan, Set<String> walked, Progress progress, List<String> changed, StopSignal stop, boolean lockLost) {
        this.plan = plan;
        this.walked = walked;
        this.progress = progress;
        this.changed = changed;
        this.stop = stop;
        this.lockLost = lockLost;
    }

    Outcome outcome() {
        Set<String> codes =
                progress.failures().values().stream().map(Failure::code).collect(Collectors.toSet());
        if (codes.contains("journal")) {
            return Outcome.JOURNAL_BROKEN;
        }
        if (codes.contains("stale")) {
            return Outcome.STALE;
        }
        if (!codes.isEmpty()) {
            return failed(codes);
        }
        Summary summary = progress.summary(changed, Duration.ZERO);
        long all = plan.steps().stream()
                .filter(step -> walked.contains(step.phase()))
                .count();
        if (summary.done().size() + summary.notAsked().size() == all) {
            return Outcome.DONE;
        }
        if (lockLost) {
            return changed.isEmpty() ? Outcome.LOCKED : Outcome.FAILED_PART_WAY;
        }
        return progress.pausedAt().isPresent() && !stop.startNothing() ? Outcome.PAUSED : Outcome.INTERRUPTED;
    }

    private Outcome failed(Collection<String> codes) {
        if (!changed.isEmpty()) {
            return Outcome.FAILED_PART_WAY;
        }
        if (codes.contains(StepFailure.LOCK_LOST)) {
            return Outcome.LOCKED;
        }
        if (REFUSALS.containsAll(codes)) {
            return Outcome.REFUSED;
        }
        return codes.equals(Set.of("unreachable")) ? Outcome.UNREACHABLE : Outcome.FAILED_NOTHING_CHANGED;
    }
}
