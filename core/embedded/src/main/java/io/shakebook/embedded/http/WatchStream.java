// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.http;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.ObjectKey;
import io.shakebook.embedded.registry.ApiFailure;
import io.shakebook.embedded.registry.Registry;
import io.shakebook.embedded.registry.Selection;
import io.shakebook.embedded.registry.Stamps;
import io.shakebook.embedded.store.Event;
import io.shakebook.embedded.store.Store;
import io.shakebook.embedded.store.TooOld;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** One watch: writes a line per change of the selected objects until its time is over or its reader has gone. */
final class WatchStream {
    private static final long BOOKMARK_MILLIS = 20_000;

    private final Store store;
    private final Stamps stamps;
    private final Selection selection;
    private final boolean bookmarks;
    private final UnaryOperator<ObjectNode> view;
    private final OutputStream out;
    private long position;

    /** @param view how an object is shown: as it is, or as a table row */
    WatchStream(
            Registry registry,
            Selection selection,
            boolean bookmarks,
            UnaryOperator<ObjectNode> view,
            OutputStream out) {
        this.store = registry.store();
        this.stamps = registry.stamps();
        this.selection = selection;
        this.bookmarks = bookmarks;
        this.view = view;
        this.out = out;
    }

    /**
     * Writes until the time is over.
     *
     * @param since the version to start after; "" or "0" starts with what is there now
     */
    void run(String since, boolean initialEvents, long millis) throws IOException, InterruptedException {
        Instant end = stamps.instant().plusMillis(millis);
        try {
            start(since, initialEvents);
            long left = millis;
            while (left > 0 && store.isOpen()) {
                List<Event> events = store.changesAfter(position, Math.min(left, BOOKMARK_MILLIS));
                for (Event event : events) {
                    write(event);
                    position = event.version();
                }
                if (events.isEmpty() && bookmarks) {
                    bookmark(false);
                }
                out.flush();
                left = Duration.between(stamps.instant(), end).toMillis();
            }
        } catch (TooOld e) {
            line("ERROR", ApiFailure.expired(String.valueOf(e.getMessage())).status());
            out.flush();
        } catch (ApiFailure e) {
            line("ERROR", e.status());
            out.flush();
        }
    }

    private void start(String since, boolean initialEvents) throws IOException {
        if (!since.isEmpty() && !since.equals("0") && !initialEvents) {
            position = version(since);
            return;
        }
        List<ObjectNode> present = store.exclusively(() -> {
            position = store.version();
            return store.list(selection.kind(), selection.namespace());
        });
        for (ObjectNode object : present) {
            if (selection.has(object)) {
                line("ADDED", view.apply(object));
            }
        }
        if (initialEvents) {
            bookmark(true);
        }
        out.flush();
    }

    private static long version(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiFailure.badRequest("resourceVersion: Invalid value: \"" + text + "\"");
        }
    }

    /** An object that starts or stops being selected is added or deleted for this reader. */
    private void write(Event event) throws IOException {
        ObjectKey key = event.key();
        if (!key.kind().equals(selection.kind())) {
            return;
        }
        boolean before = event.before().map(selection::has).orElse(false);
        boolean after = event.type() != Event.Type.DELETED && selection.has(event.after());
        if (before && after) {
            line("MODIFIED", view.apply(event.after()));
        } else if (after) {
            line("ADDED", view.apply(event.after()));
        } else if (before) {
            line("DELETED", view.apply(event.after()));
        }
    }

    private void bookmark(boolean initialEnd) throws IOException {
        ObjectNode object = Json.object()
                .put("kind", selection.kind().name())
                .put("apiVersion", selection.kind().apiVersion());
        ObjectNode metadata = object.putObject("metadata").put("resourceVersion", Long.toString(position));
        if (initialEnd) {
            metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
        }
        line("BOOKMARK", object);
    }

    private void line(String type, ObjectNode object) throws IOException {
        ObjectNode event = Json.object().put("type", type);
        event.set("object", object);
        out.write(Json.bytes(event));
        out.write('\n');
    }
}
