// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.kubernetes.http.Unreached;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes something once for all who ask at the same time. They share a failure as well, so that eight steps do not wait
 * eight times for a cluster that is down; whoever asks after it tries again.
 */
final class Attempt<T> {
    private final Callable<T> making;
    private @Nullable FutureTask<T> running;

    Attempt(Callable<T> making) {
        this.making = making;
    }

    T get() throws Unreached {
        FutureTask<T> task = current();
        task.run(); // the first one works; for the others, and once it is made, this does nothing
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(task);
            if (e.getCause() instanceof Unreached unreached) {
                throw unreached;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreached("interrupted", false);
        }
    }

    /** What was made, if it was. */
    synchronized void ifMade(Consumer<T> use) {
        FutureTask<T> task = running;
        if (task != null && task.isDone()) {
            try {
                use.accept(task.get());
            } catch (ExecutionException notMade) {
                // nothing is there to be used
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized FutureTask<T> current() {
        FutureTask<T> task = running;
        if (task == null) {
            task = new FutureTask<>(making);
            running = task;
        }
        return task;
    }

    private synchronized void forget(FutureTask<T> failed) {
        if (running == failed) {
            running = null;
        }
    }
}
