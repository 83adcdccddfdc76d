// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.watch;

import io.shakebook.engine.source.JsonReader;
import io.shakebook.kubernetes.http.Timing;
import io.shakebook.kubernetes.http.Unreached;
import java.time.Duration;
import java.util.Map;

/**
 * Follows one collection in a thread of its own until it is interrupted. Whatever it cannot be sure not to have missed
 * counts as a change: its own beginning, a watch that broke, a version that the server no longer knows (410).
 */
final class KindWatch implements Runnable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Feed feed;
    private final Timing timing;
    private final Runnable changed;
    private Duration pause = FIRST_PAUSE;
    private String version = "";

    KindWatch(Feed feed, Timing timing, Runnable changed) {
        this.feed = feed;
        this.timing = timing;
        this.changed = changed;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                follow();
                timing.pause(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One try: from the version that is known on, or from now. */
    private void follow() {
        try {
            if (version.isEmpty()) {
                version = feed.version();
                changed.run();
            }
            boolean inDueTime = feed.events(version, this::event) == 200 && !version.isEmpty();
            if (inDueTime) {
                pause = FIRST_PAUSE; // goes on where it was
            } else {
                lost();
            }
        } catch (Unreached e) {
            lost();
        }
    }

    private void lost() {
        if (!version.isEmpty()) {
            version = "";
            changed.run();
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void event(String line) {
        try {
            Map<?, ?> event = JsonReader.read(line) instanceof Map<?, ?> map ? map : Map.of();
            Object type = event.get("type");
            if (!"BOOKMARK".equals(type)) {
                changed.run();
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
