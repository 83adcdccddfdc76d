// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.watch;

import io.shakebook.engine.source.JsonReader;
import io.shakebook.kubernetes.http.Timing;
import io.shakebook.kubernetes.http.Unreached;
import java.time.Duration;
import java.util.Map;

/**
 * Follows one collection in a thread of its own until it is interrupted. Whatever it cannot be sure not to have missed
 * counts as a change: its own beginning, a watch that broke, a version that the server no longer knows (410). One that
 * ends at once and brings nothing is opened ever more slowly.
 */
final class KindWatch implements Runnable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** A watch that lasted so long was none that ends at once. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private final Feed feed;
    private final Timing timing;
    private final Runnable changed;
    private Duration pause = FIRST_PAUSE;
    private String version = "";
    private boolean brought;

    KindWatch(Feed feed, Timing timing, Runnable changed) {
        this.feed = feed;
        this.timing = timing;
        this.changed = changed;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                pause = follow() ? FIRST_PAUSE : doubled(pause);
                timing.pause(jittered(pause));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One try: from the version that is known on, or from now. @return whether it was worth it */
    private boolean follow() {
        brought = false;
        try {
            if (version.isEmpty()) {
                version = feed.version();
                changed.run();
            }
        } catch (Unreached e) {
            return false;
        }
        long begun = timing.nanos();
        try {
            if (feed.events(version, this::event) != 200) {
                lost();
            }
        } catch (Unreached e) {
            lost();
        }
        return brought || timing.nanos() - begun >= LONG_ENOUGH.toNanos();
    }

    private void lost() {
        if (!version.isEmpty()) {
            version = "";
            changed.run();
        }
    }

    private static Duration doubled(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Between half and the whole of it, so that all that a server cut off do not come back at one moment. */
    private Duration jittered(Duration pause) {
        return Duration.ofNanos((long) (pause.toNanos() * (0.5 + timing.chance() / 2)));
    }

    private void event(String line) {
        try {
            Map<?, ?> event = JsonReader.read(line) instanceof Map<?, ?> map ? map : Map.of();
            Object type = event.get("type");
            if (!"BOOKMARK".equals(type)) {
                changed.run();
                brought |= !"ERROR".equals(type);
            }
            version = "ERROR".equals(type) ? "" : version(event);
        } catch (JsonReader.Broken cut) {
            version = "";
            changed.run();
        }
    }

    /** An event that says none leaves us where we were. */
    private String version(Map<?, ?> event) {
        return event.get("object") instanceof Map<?, ?> object
                        && object.get("metadata") instanceof Map<?, ?> metadata
                        && metadata.get("resourceVersion") instanceof String text
                ? text
                : version;
    }
}
