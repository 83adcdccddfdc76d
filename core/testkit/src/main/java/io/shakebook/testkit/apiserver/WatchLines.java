// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of a response that does not end by itself, queued as they come in. */
final class WatchLines implements Flow.Subscriber<String> {
    private static final String END = "";

    private final LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private volatile boolean ended;

    /** The next line; empty if none came in time or there will be no more. */
    Optional<String> next(Duration patience) {
        try {
            return Optional.ofNullable(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .filter(line -> !line.equals(END));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an event", interrupted);
        }
    }

    boolean ended() {
        return ended;
    }

    void cancel() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (!line.isBlank()) {
            queue.add(line);
        }
    }

    @Override
    public void onError(Throwable failure) {
        onComplete();
    }

    @Override
    public void onComplete() {
        ended = true;
        queue.add(END);
    }
}
