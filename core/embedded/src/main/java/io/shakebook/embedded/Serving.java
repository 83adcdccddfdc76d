// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import io.shakebook.embedded.controller.ControlPlane;
import io.shakebook.embedded.controller.Delays;
import io.shakebook.embedded.controller.PodLogs;
import io.shakebook.embedded.controller.Ticker;
import io.shakebook.embedded.http.ApiServer;
import io.shakebook.embedded.kind.Kinds;
import io.shakebook.embedded.registry.Registry;
import io.shakebook.embedded.registry.Stamps;
import io.shakebook.embedded.rules.Addresses;
import io.shakebook.embedded.schema.Schema;
import io.shakebook.embedded.store.CorruptState;
import io.shakebook.embedded.store.Store;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** The parts that run while this process serves a folder, and the order in which they start and end. */
final class Serving implements AutoCloseable {
    static final String ID_HEADER = "X-Embedded-Cluster";

    private final StateFolder folder;
    private final StateFolder.Lock lock;
    private final Store store;
    private final Ticker ticker;
    private final ApiServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Serving(StateFolder folder, StateFolder.Lock lock, Store store, Ticker ticker, ApiServer server) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
        this.ticker = ticker;
        this.server = server;
    }

    /** Takes over the lock: it is given free if starting fails. */
    static Serving start(StateFolder folder, StateFolder.Lock lock, Seed seed, EmbeddedOptions options)
            throws IOException, InvalidSeed {
        try {
            return started(folder, lock, seed, options);
        } catch (CorruptState e) {
            lock.close();
            throw e;
        } catch (IOException e) {
            lock.close();
            throw folder.unusable(e);
        } catch (InvalidSeed | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Serving started(StateFolder folder, StateFolder.Lock lock, Seed seed, EmbeddedOptions options)
            throws IOException, InvalidSeed {
        Kinds kinds = Kinds.load();
        Schema schema = Schema.load();
        Stamps stamps = new Stamps(options.clock(), options.random());
        Addresses addresses = new Addresses(options.servicePrefix(), options.random());
        boolean mustBeWhole = folder.isSeeded();
        Store store = Store.open(folder.path(), kinds);
        Registry registry = new Registry(store, kinds, schema, addresses, stamps);
        if (!new Seeder(registry, options).isDone()) {
            store.close();
            if (mustBeWhole) {
                throw new CorruptState(folder.state(), "it was cut off, even what the cluster began with is not in it");
            }
            folder.clear(lock);
            store = Store.open(folder.path(), kinds);
            registry = new Registry(store, kinds, schema, addresses, stamps);
            seed(folder, lock, store, new Seeder(registry, options), seed);
        }
        folder.markSeeded();
        ControlPlane controlPlane = new ControlPlane(registry, new Delays(options.readyAfter(), options.goneAfter()));
        Ticker ticker = new Ticker(store, stamps, controlPlane);
        String id = stamps.uid();
        ApiServer server = ApiServer.start(registry, PodLogs::of, folder.audit(), ID_HEADER, id);
        ticker.start();
        folder.publish(new StateFolder.Endpoint(server.url(), id));
        return new Serving(folder, lock, store, ticker, server);
    }

    private static void seed(StateFolder folder, StateFolder.Lock lock, Store store, Seeder seeder, Seed seed)
            throws IOException, InvalidSeed {
        try {
            seeder.fill(seed);
        } catch (InvalidSeed e) {
            store.close();
            folder.clear(lock);
            throw e;
        }
    }

    URI url() {
        return server.url();
    }

    /** May be called twice. */
    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            folder.unpublish();
            store.endWatches();
            server.close();
            ticker.close();
            store.close();
            lock.close();
        }
    }
}
