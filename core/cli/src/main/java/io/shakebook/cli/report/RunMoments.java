// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.Journal;
import io.shakebook.engine.event.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened to a run as a whole, with the time: begun, asked, interrupted, taken up again, ended. */
final class RunMoments {

    private RunMoments() {}

    static List<String> of(Journal journal) {
        List<String> moments = new ArrayList<>();
        for (Journal.Entry entry : journal.entries()) {
            words(entry.event()).ifPresent(words -> moments.add(RunWords.second(entry.at()) + "  " + words));
        }
        if (journal.torn()) {
            moments.add("the journal's last line was cut off");
        }
        return moments;
    }

    private static Optional<String> words(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            return Optional.of("begun by " + started.by() + ", approved: " + started.how());
        } else if (event instanceof RunEvent.Resumed resumed) {
            return Optional.of("taken up again by " + resumed.by() + ", after line " + resumed.last());
        } else if (event instanceof RunEvent.Confirmed yes) {
            String reason = yes.reason().isEmpty() ? "" : ": " + yes.reason();
            return Optional.of("yes to " + yes.address() + " by " + yes.by() + " (" + yes.how() + ")" + reason);
        } else if (event instanceof RunEvent.Paused paused) {
            return Optional.of("paused at " + paused.address() + ": "
                    + paused.refusedBy().map(who -> who + " answered no").orElse("nobody answered"));
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            String running = interrupted.running().isEmpty()
                    ? "nothing ran"
                    : interrupted.running().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " ran";
            return Optional.of("asked to stop" + (interrupted.times() > 1 ? " again" : "") + "; " + running);
        } else if (event instanceof RunEvent.StepFailed failed) {
            return Optional.of(
                    "FAILED " + failed.step() + ": " + failed.failure().summary());
        } else if (event instanceof RunEvent.RunEnded ended) {
            return Optional.of(
                    "ended: " + ended.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", after "
                            + Durations.shown(ended.summary().took()));
        }
        return LockWords.of(event).filter(LockWords::matters).map(LockWords::sentence);
    }
}
