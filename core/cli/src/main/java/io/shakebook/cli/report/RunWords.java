// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.KeptRun;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.event.RunEvent.RunEnded;
import io.shakebook.engine.event.RunEvent.RunStarted;
import io.shakebook.engine.event.RunHistory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is said of a run that is kept, in a word each. */
final class RunWords {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private RunWords() {}

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    static String second(Instant at) {
        return SECOND.format(at);
    }

    static String state(KeptRun run) {
        RunHistory history = run.history();
        if (run.busy()) {
            return "running";
        }
        if (run.damage().isPresent() && !history.finished()) {
            return "damaged";
        }
        if (history.started().isEmpty()) {
            return "not begun";
        }
        return history.ended().map(RunWords::outcome).orElse("cut off");
    }

    private static String outcome(RunEnded ended) {
        String words = ended.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return ended.outcome() == Outcome.PAUSED
                ? words + ended.summary().pausedAt().map(at -> " at " + at).orElse("")
                : words;
    }

    static String playbook(KeptRun run) {
        return run.plan().map(plan -> plan.made().playbook().name()).orElse("(its plan cannot be read)");
    }

    static String who(KeptRun run) {
        return run.history().started().map(RunStarted::by).orElse("");
    }

    /** What can be typed to go on with it. */
    static Optional<Next> next(KeptRun run, UnaryOperator<String> resume) {
        boolean goesOn = !run.busy() && run.damage().isEmpty() && run.unfinished();
        return goesOn ? Optional.of(Next.goOn(resume.apply(run.id()))) : Optional.empty();
    }
}
