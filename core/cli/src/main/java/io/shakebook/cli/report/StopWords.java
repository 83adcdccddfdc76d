// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.RunEvent.Interrupted;
import io.shakebook.engine.graph.StepAddress;
import java.util.stream.Collectors;

/** What a person reads after Ctrl-C. */
record StopWords(Heard heard) {

    String of(Interrupted interrupted) {
        if (interrupted.times() > 1) {
            return "Asked to stop again: waiting ends, a write that is under way is finished.";
        }
        String running = interrupted.running().isEmpty()
                ? "nothing runs"
                : "waiting for "
                        + interrupted.running().stream().map(this::step).collect(Collectors.joining(", "));
        return "Asked to stop: nothing new is started, " + Escaped.of(running) + ". Once more ends the waiting.";
    }

    private String step(StepAddress step) {
        return step + heard.wait(step).map(why -> " (" + why + ")").orElse("");
    }
}
