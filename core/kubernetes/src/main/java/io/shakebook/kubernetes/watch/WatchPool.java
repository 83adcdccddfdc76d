// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.watch;

import io.shakebook.engine.change.Clusters.Interest;
import io.shakebook.kubernetes.http.Timing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Waits for changes. Each watch stays open until {@link #close} and counts what it sees; each waiting thread remembers
 * the counts with which it left its last wait, so that a change between two waits of a thread ends the second one at
 * once. The first wait of a thread for something ends at once, too: the thread is to look again.
 */
public final class WatchPool implements AutoCloseable {
    private final Function<Interest, Feed> feeds;
    private final Timing timing;
    private final Map<Interest, Long> counts = new HashMap<>();
    private final Map<Interest, Thread> watches = new HashMap<>();
    private final ThreadLocal<Map<Interest, Long>> left = ThreadLocal.withInitial(HashMap::new);

    public WatchPool(Function<Interest, Feed> feeds, Timing timing) {
        this.feeds = feeds;
        this.timing = timing;
    }

    /** Returns when one of them may have changed, or after the longest wait. */
    public synchronized void await(Set<Interest> interests, Duration longest) throws InterruptedException {
        long end = timing.nanos() + longest.toNanos();
        interests.forEach(this::open);
        Map<Interest, Long> known = left.get();
        long remaining = longest.toMillis();
        while (remaining > 0
                && interests.stream()
                        .allMatch(one -> counts.getOrDefault(one, 0L).equals(known.get(one)))) {
            wait(remaining);
            remaining = Duration.ofNanos(end - timing.nanos()).toMillis();
        }
        interests.forEach(one -> known.put(one, counts.getOrDefault(one, 0L)));
    }

    @Override
    public synchronized void close() {
        watches.values().forEach(Thread::interrupt);
    }

    private void open(Interest interest) {
        if (counts.putIfAbsent(interest, 0L) == null) {
            KindWatch watch = new KindWatch(feeds.apply(interest), timing, () -> count(interest));
            Thread thread = new Thread(watch, "watch " + interest.kind().name() + " in " + interest.namespace());
            thread.setDaemon(true);
            watches.put(interest, thread);
            thread.start();
        }
    }

    private synchronized void count(Interest interest) {
        counts.merge(interest, 1L, Long::sum);
        notifyAll();
    }
}
