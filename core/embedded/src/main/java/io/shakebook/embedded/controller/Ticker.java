// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.registry.Stamps;
import io.shakebook.embedded.store.Store;
import io.shakebook.embedded.store.TooOld;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The thread on which the control plane works: after every change, and when something is due. */
public final class Ticker implements AutoCloseable {
    private static final long IDLE_MILLIS = 60_000;

    private final Store store;
    private final Stamps stamps;
    private final ControlPlane controlPlane;
    private final Thread thread;
    private volatile boolean running = true;

    public Ticker(Store store, Stamps stamps, ControlPlane controlPlane) {
        this.store = store;
        this.stamps = stamps;
        this.controlPlane = controlPlane;
        this.thread = new Thread(this::run, "embedded-control-plane");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (running) {
                long seen = store.version();
                Optional<Instant> due = reconcile();
                if (store.version() == seen) {
                    await(seen, due);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** If the disk refuses a write, requests get that as their answer; here it is tried again a little later. */
    private Optional<Instant> reconcile() {
        try {
            return controlPlane.reconcile();
        } catch (UncheckedIOException e) {
            return Optional.of(stamps.instant().plusSeconds(1));
        }
    }

    private void await(long seen, Optional<Instant> due) throws InterruptedException {
        long millis = due.map(time -> Duration.between(stamps.instant(), time).toMillis() + 1)
                .orElse(IDLE_MILLIS);
        try {
            store.changesAfter(seen, Math.max(1, Math.min(millis, IDLE_MILLIS)));
        } catch (TooOld e) {
            return;
        }
    }

    /** Ends the thread, once the store's watches have ended; a round that has begun is finished. */
    @Override
    public void close() {
        running = false;
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
