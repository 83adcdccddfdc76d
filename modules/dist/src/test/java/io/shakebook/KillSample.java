// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.event.RunEvent;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Where real runs are killed: some lines of their journals, drawn by a seed that is printed. {@code -Dkill.samples=N} draws
 * more, {@code -Dkill.seed=N} the same again.
 */
final class KillSample {
    private static final int FEW = 3;
    private final long seed = Long.getLong("kill.seed", System.nanoTime() & 0xffffff);

    /** Lines after which a run is killed, one for each part of its journal. @param lines of an uninterrupted run */
    List<Integer> of(int lines) {
        Random random = new Random(seed);
        int samples = Math.min(lines, Integer.getInteger("kill.samples", FEW));
        return IntStream.range(0, samples)
                .mapToObj(part -> {
                    int from = 1 + part * lines / samples;
                    int to = 1 + (part + 1) * lines / samples;
                    return from + random.nextInt(to - from);
                })
                .toList();
    }

    /** Approval and digest are those of the original, nothing was asked twice, and it came to its end. */
    static void checkJournal(String where, List<RunEvent> events, RunEvent.RunStarted original) {
        assertThat(events)
                .filteredOn(RunEvent.RunStarted.class::isInstance)
                .as(where)
                .singleElement()
                .satisfies(event -> {
                    RunEvent.RunStarted started = (RunEvent.RunStarted) event;
                    assertThat(started.digest()).isEqualTo(original.digest());
                    assertThat(started.how()).isEqualTo(original.how());
                });
        assertThat(events)
                .filteredOn(RunEvent.Confirmed.class::isInstance)
                .as(where)
                .extracting(event -> ((RunEvent.Confirmed) event).address())
                .doesNotHaveDuplicates();
        assertThat(events.get(events.size() - 1)).as(where).isInstanceOf(RunEvent.RunEnded.class);
    }

    @Override
    public String toString() {
        return "-Dkill.seed=" + seed;
    }
}
