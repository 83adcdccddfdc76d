// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import io.shakebook.embedded.StateFolder.Endpoint;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A cluster that lives in a folder. The first process that opens the folder serves it; while it does, others that open
 * the folder get the same URL.
 *
 * <p>The API is Kubernetes' own, over plain HTTP on a loopback address, without authentication: for demonstrations,
 * rehearsals and tests. A write that was answered is on disk. Set the system property {@code sun.net.httpserver.nodelay}
 * to {@code true} before the JDK's server is first used, or each answer may wait 40 ms; {@code
 * sun.net.httpserver.idleInterval} (seconds) says how long idle connections are kept, 30 s if it is not set.
 */
public final class EmbeddedCluster implements AutoCloseable {
    private static final int ATTEMPTS = 500;
    private static final long PAUSE_MILLIS = 20;
    private static final int READY_TIMEOUT_MILLIS = 2_000;

    private final URI url;
    private final Optional<Serving> serving;

    private EmbeddedCluster(URI url, Optional<Serving> serving) {
        this.url = url;
        this.serving = serving;
    }

    /**
     * Serves the folder's cluster, or finds the process that does. May be called again when that process has ended.
     *
     * @param seed what the cluster starts with if the folder is new; otherwise ignored
     * @throws IOException if the folder cannot be written, if its state is damaged (the message names file and remedy),
     *     or if another process holds it and does not answer within ten seconds; nothing was changed
     * @throws InvalidSeed if the server refuses an object of the seed; the folder stays new
     * @throws InterruptedException if the thread was interrupted while waiting for another process
     */
    public static EmbeddedCluster open(Path stateFolder, Seed seed, EmbeddedOptions options)
            throws IOException, InvalidSeed, InterruptedException {
        StateFolder folder = new StateFolder(stateFolder);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StateFolder.Lock> lock = folder.tryLock();
            if (lock.isPresent()) {
                Serving serving = Serving.start(folder, lock.get(), seed, options);
                return new EmbeddedCluster(serving.url(), Optional.of(serving));
            }
            Optional<Endpoint> other = folder.published().filter(EmbeddedCluster::answers);
            if (other.isPresent()) {
                return new EmbeddedCluster(other.get().url(), Optional.empty());
            }
            options.pause().millis(PAUSE_MILLIS);
        }
        throw new IOException("another process holds the embedded cluster in '" + stateFolder
                + "' and does not answer. End it, then try again");
    }

    private static boolean answers(Endpoint endpoint) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    endpoint.url().resolve("/readyz").toURL().openConnection();
            connection.setConnectTimeout(READY_TIMEOUT_MILLIS);
            connection.setReadTimeout(READY_TIMEOUT_MILLIS);
            boolean ready = connection.getResponseCode() == 200;
            return ready && endpoint.id().equals(connection.getHeaderField(Serving.ID_HEADER));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Forgets the cluster in a folder, so that the next open starts from the seed.
     *
     * @throws IOException if another process serves it (nothing was changed), or if files cannot be deleted
     */
    public static void reset(Path stateFolder) throws IOException {
        StateFolder folder = new StateFolder(stateFolder);
        Optional<StateFolder.Lock> lock = folder.tryLock();
        if (lock.isEmpty()) {
            throw new IOException("the embedded cluster in '" + stateFolder
                    + "' is being served by another process. End it, then try again");
        }
        try (StateFolder.Lock held = lock.get()) {
            folder.clear(held);
        }
    }

    /** Where the API server listens. */
    public URI url() {
        return url;
    }

    /** True if this process serves the cluster; then {@link #close} ends it for all others. */
    public boolean serving() {
        return serving.isPresent();
    }

    /** Ends serving, if this process does: waits briefly for requests being answered, flushes, gives the folder free. */
    @Override
    public void close() throws IOException {
        if (serving.isPresent()) {
            serving.get().close();
        }
    }
}
