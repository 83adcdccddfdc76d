// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** An open watch: events in the order in which the server sent them. Waits at most 10 s for each. */
public final class Watch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int code;
    private final WatchLines lines;

    private Watch(int code, WatchLines lines) {
        this.code = code;
        this.lines = lines;
    }

    /** Returns when the server has answered with a status: what happens from then on is seen. */
    static Watch open(HttpClient http, HttpRequest request) {
        WatchLines lines = new WatchLines();
        CompletableFuture<Integer> status = new CompletableFuture<>();
        http.sendAsync(request, head -> {
                    status.complete(head.statusCode());
                    return BodySubscribers.fromLineSubscriber(lines);
                })
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        status.completeExceptionally(failure);
                    }
                });
        try {
            return new Watch(status.get(PATIENCE.toSeconds(), TimeUnit.SECONDS), lines);
        } catch (TimeoutException late) {
            throw new AssertionError("no answer within " + PATIENCE + " to the watch " + request.uri(), late);
        } catch (ExecutionException failed) {
            throw new AssertionError("the watch failed: " + request.uri(), failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening a watch", interrupted);
        }
    }

    /** The HTTP status of the watch itself. */
    public int code() {
        return code;
    }

    /** The next event; fails if none comes in time or the server has ended the watch. */
    public Event next() {
        String line = lines.next(PATIENCE)
                .orElseThrow(
                        () -> new AssertionError("no event within " + PATIENCE + ", or the server ended the watch"));
        JsonNode event = Json.read(line);
        return new Event(event.path("type").asString(""), event.path("object"));
    }

    /** Waits until the server has ended the watch; fails if it does not, or an event comes instead. */
    public void awaitEnd() {
        lines.next(PATIENCE).ifPresent(line -> {
            throw new AssertionError("an event instead of the end: " + line);
        });
        if (!lines.ended()) {
            throw new AssertionError("the server did not end the watch within " + PATIENCE);
        }
    }

    /** Hangs up; safe to call twice. */
    @Override
    public void close() {
        lines.cancel();
    }

    /**
     * One event of a watch.
     *
     * @param type ADDED, MODIFIED, DELETED, BOOKMARK or ERROR
     * @param object the object, or a Status in an ERROR
     */
    public record Event(String type, JsonNode object) {
        public String name() {
            return object.at("/metadata/name").asString("");
        }

        /** Type and name, as in {@code ADDED a}. */
        public String what() {
            return type + " " + name();
        }

        public String resourceVersion() {
            return object.at("/metadata/resourceVersion").asString("");
        }
    }
}
