// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Leads a body into a sink, and counts as there when its last byte has come. */
final class Body<T extends Sink> implements BodySubscriber<T> {
    private final T sink;
    private final CompletableFuture<T> whole = new CompletableFuture<>();

    Body(T sink) {
        this.sink = sink;
    }

    @Override
    public CompletionStage<T> getBody() {
        return whole;
    }

    /** Nobody waits any longer. */
    void cancel() {
        whole.cancel(false);
    }

    @Override
    public void onSubscribe(Flow.Subscription parts) {
        whole.whenComplete((done, failed) -> {
            if (failed != null) {
                parts.cancel();
            }
        });
        parts.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        if (whole.isDone()) {
            return;
        }
        try {
            for (ByteBuffer part : parts) {
                sink.take(part);
            }
        } catch (TooLong | RuntimeException e) {
            whole.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        whole.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        whole.complete(sink);
    }
}
