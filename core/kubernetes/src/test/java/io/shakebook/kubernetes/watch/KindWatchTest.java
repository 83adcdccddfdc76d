// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.kubernetes.http.Timing;
import io.shakebook.kubernetes.http.Unreached;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What counts as a change, and from where a watch goes on. */
class KindWatchTest {
    private static final String EVENT = "{\"type\":\"MODIFIED\",\"object\":{\"metadata\":{\"resourceVersion\":\"7\"}}}";
    private static final String BOOKMARK =
            "{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"8\"}}}";
    private static final String GONE = "{\"type\":\"ERROR\",\"object\":{\"code\":410}}";

    private final List<String> seen = new ArrayList<>();
    private final Deque<Stream> streams = new ArrayDeque<>();
    private Duration lasting = Duration.ZERO;
    private double chance = 1;
    private long nanos;

    /** @param code 0 for a connection that breaks */
    private record Stream(int code, List<String> lines) {}

    @Test
    void goesOnWhereItWasWhenTheServerEndsItInDueTime() {
        play(new Stream(200, List.of(EVENT, BOOKMARK)), new Stream(200, List.of()), new Stream(200, List.of(EVENT)));
        assertThat(seen)
                .containsExactly(
                        "list",
                        "change",
                        "from 5",
                        "change",
                        "pause 500",
                        "from 8",
                        "pause 1000",
                        "from 8",
                        "change",
                        "pause 500");
    }

    @Test
    void countsAVersionThatIsGoneAsAChangeAndLooksAgain() {
        play(new Stream(200, List.of(GONE)), new Stream(200, List.of()));
        assertThat(seen)
                .containsExactly(
                        "list", "change", "from 5", "change", "pause 1000", "list", "change", "from 5", "pause 2000");
        seen.clear();
        play(new Stream(410, List.of()), new Stream(200, List.of()));
        assertThat(seen)
                .containsExactly(
                        "list", "change", "from 5", "change", "pause 1000", "list", "change", "from 5", "pause 2000");
    }

    @Test
    void countsABrokenConnectionAsAChangeOnceAndComesBackEverSlower() {
        play(new Stream(200, List.of(EVENT)), new Stream(0, List.of()), new Stream(500, List.of()));
        assertThat(seen)
                .containsExactly(
                        "list",
                        "change",
                        "from 5",
                        "change",
                        "pause 500",
                        "from 7",
                        "change",
                        "pause 1000",
                        "list",
                        "change",
                        "from 5",
                        "change",
                        "pause 2000");
    }

    @Test
    void countsALineThatWasCutAsAChange() {
        play(new Stream(200, List.of("{\"type\":\"MODI")));
        assertThat(seen).containsExactly("list", "change", "from 5", "change", "pause 1000");
    }

    @Test
    void opensAWatchThatEndsAtOnceEverMoreSlowly() {
        Stream nothing = new Stream(200, List.of());
        play(nothing, nothing, nothing, nothing, nothing, nothing, new Stream(200, List.of(EVENT)), nothing);

        assertThat(pauses())
                .containsExactly(
                        "pause 1000",
                        "pause 2000",
                        "pause 4000",
                        "pause 8000",
                        "pause 10000",
                        "pause 10000",
                        "pause 500",
                        "pause 1000");
    }

    @Test
    void opensAWatchThatLastedSomeSecondsAtOnceAgain() {
        Stream nothing = new Stream(200, List.of());
        lasting = Duration.ofSeconds(4);
        play(nothing, nothing);
        lasting = Duration.ofSeconds(5);
        play(nothing, new Stream(0, List.of()));

        assertThat(pauses()).containsExactly("pause 1000", "pause 2000", "pause 500", "pause 500");
    }

    @Test
    void countsABookmarkThatComesAtOnceAsNothing() {
        play(new Stream(200, List.of(BOOKMARK)), new Stream(200, List.of(BOOKMARK)));

        assertThat(pauses()).containsExactly("pause 1000", "pause 2000");
    }

    @Test
    void manyThatWereCutOffTogetherComeBackAtDifferentMoments() {
        chance = 0.2;
        play(new Stream(200, List.of()));

        assertThat(pauses()).containsExactly("pause 600");
    }

    private List<String> pauses() {
        return seen.stream().filter(line -> line.startsWith("pause")).toList();
    }

    private void play(Stream... played) {
        streams.addAll(List.of(played));
        new KindWatch(new PlayedFeed(), new StoppingTiming(), () -> seen.add("change")).run();
        Thread.interrupted();
    }

    private final class PlayedFeed implements Feed {
        @Override
        public String version() {
            seen.add("list");
            return "5";
        }

        @Override
        public int events(String from, Consumer<String> line) throws Unreached {
            seen.add("from " + from);
            Stream stream = streams.remove();
            stream.lines().forEach(line);
            nanos += lasting.toNanos();
            if (stream.code() == 0) {
                throw new Unreached("reset", true);
            }
            return stream.code();
        }
    }

    /** Interrupts the watch after its last stream. */
    private final class StoppingTiming implements Timing {
        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void pause(Duration longest) throws InterruptedException {
            seen.add("pause " + longest.toMillis());
            if (streams.isEmpty()) {
                throw new InterruptedException();
            }
        }

        @Override
        public double chance() {
            return chance;
        }
    }
}
