// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.reading;

import io.shakebook.spi.Unanswered;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One read for all who ask for it: the first one carries it out, the others wait for its answer or its failure. */
final class Shared<T> {
    private final String cluster;
    private final FutureTask<T> task;

    /** A read that may get no answer. */
    interface Reading<T> {
        T read() throws Unanswered;
    }

    Shared(String cluster, Reading<T> reading) {
        this.cluster = cluster;
        this.task = new FutureTask<>(reading::read);
    }

    T get() throws Unanswered {
        task.run(); // whoever is first; for the others, and once it is done, this does nothing
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unanswered unanswered) {
                throw unanswered;
            }
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(cluster, "interrupted");
        }
    }
}
