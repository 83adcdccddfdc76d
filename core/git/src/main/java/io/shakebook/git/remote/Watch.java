// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ProgressMonitor;

/**
 * Waits for work of JGit, which cannot be interrupted while it reads: when the time is over the work is left to itself,
 * told to stop, and no longer waited for. Says how far it is when it takes longer than a second.
 */
final class Watch implements ProgressMonitor {
    private static final long LOOK_MILLIS = 100;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final String what;
    private final Limits limits;
    private final Consumer<String> progress;
    private volatile boolean stopped;
    private volatile boolean silent;
    private final Stopwatch heard = new Stopwatch();
    private volatile String task = "";
    private volatile int total;
    private volatile int done;

    /** @param what is done, for the lines of progress */
    Watch(String what, Limits limits, Consumer<String> progress) {
        this.what = what;
        this.limits = limits;
        this.progress = progress;
    }

    /** Something came in. */
    void heard() {
        heard.restart();
    }

    /** Whether the time was over since nothing came in, and not for all of it. */
    boolean silent() {
        return silent;
    }

    /**
     * @return empty if the time is over first
     * @throws IOException what the work threw; as are its unchecked ones
     */
    <T> Optional<T> during(Callable<T> work) throws IOException, RemoteFault, InterruptedException {
        FutureTask<T> future = new FutureTask<>(work);
        Thread thread = new Thread(future, "git");
        thread.setDaemon(true);
        thread.start();
        try {
            return waitFor(future);
        } finally {
            stopped = true;
            thread.interrupt();
        }
    }

    private <T> Optional<T> waitFor(FutureTask<T> future) throws IOException, RemoteFault, InterruptedException {
        Stopwatch all = new Stopwatch();
        Duration next = FIRST;
        while (true) {
            try {
                return Optional.of(future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                Duration passed = all.passed();
                silent = heard.passed().compareTo(limits.silence()) > 0;
                if (silent || passed.compareTo(limits.whole()) > 0) {
                    return Optional.empty();
                }
                if (passed.compareTo(next) > 0) {
                    progress.accept(what + far());
                    next = next.plus(EVERY);
                }
            } catch (ExecutionException e) {
                throw rethrown(Objects.requireNonNull(e.getCause()));
            }
        }
    }

    private static IOException rethrown(Throwable cause) throws IOException, RemoteFault {
        if (cause instanceof RemoteFault fault) {
            throw fault;
        }
        if (cause instanceof IOException io) {
            throw io;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException(cause);
    }

    private String far() {
        String name = task;
        int all = total;
        if (name.isEmpty()) {
            return " ...";
        }
        return all > 0 ? ": " + name + " " + Math.min(100, 100L * done / all) + " %" : ": " + name + " " + done;
    }

    @Override
    public void start(int tasks) {}

    @Override
    public void beginTask(String title, int work) {
        task = Told.clean(title);
        total = work;
        done = 0;
        heard();
    }

    @Override
    public void update(int completed) {
        done += completed;
        heard();
    }

    @Override
    public void endTask() {}

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    @Override
    public void showDuration(boolean shown) {}
}
