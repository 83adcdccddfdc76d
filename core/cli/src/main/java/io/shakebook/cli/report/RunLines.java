// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.EventLine;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.run.RunListener;
import java.time.Clock;
import java.util.function.Consumer;

/** A run for another program: each event as one line of JSON, see {@code docs/journal-format.md}. */
public final class RunLines implements RunListener {
    private final Clock clock;
    private final Consumer<String> lines;

    /** @param lines takes text that ends with a line's end */
    public RunLines(Clock clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void heard(RunEvent event) {
        lines.accept(EventLine.of(clock.instant(), event) + "\n");
    }
}
