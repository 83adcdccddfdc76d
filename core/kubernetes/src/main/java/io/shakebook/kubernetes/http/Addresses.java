// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is reached whose name has several addresses: at the first one that lets us connect, as several servers
 * may stand behind one name, and one of them may be dead. The JDK's client tries no other address than the first.
 */
final class Addresses {
    private final URI server;
    private final boolean always;
    private final Names names;
    private final Duration longest;
    private final Executor threads;
    private @Nullable CompletableFuture<URI> found;

    /** What knows the addresses of a name. */
    interface Names {
        InetAddress[] of(String name) throws UnknownHostException;
    }

    /**
     * @param always whether a server that has one address alone is reached by it, too, and not by its name
     * @param longest for a connection to any of them
     */
    Addresses(URI server, boolean always, Names names, Duration longest, Executor threads) {
        this.server = server;
        this.always = always;
        this.names = names;
        this.longest = longest;
        this.threads = threads;
    }

    /** Whether a host is a name, and not an address itself. */
    static boolean named(URI server) {
        return !server.getHost().matches("[0-9.]+|\\[.*");
    }

    /** The server by an address that lets us connect; as it is if that makes no difference. */
    synchronized CompletableFuture<URI> base() {
        if (found == null || found.isCompletedExceptionally()) {
            found = CompletableFuture.supplyAsync(this::find, threads);
        }
        return found;
    }

    /** No connection came about. @return whether there may be another address */
    synchronized boolean dead(URI base) {
        if (base.equals(server)) {
            return false;
        }
        if (found != null && found.isDone() && !found.isCompletedExceptionally() && base.equals(found.join())) {
            found = null;
        }
        return true;
    }

    private URI find() {
        try {
            int port =
                    server.getPort() > 0 ? server.getPort() : server.getScheme().equals("https") ? 443 : 80;
            List<InetSocketAddress> all = Stream.of(names.of(server.getHost()))
                    .distinct()
                    .map(address -> new InetSocketAddress(address, port))
                    .collect(Collectors.toList());
            return all.size() < 2 && !always
                    ? server
                    : at(Race.first(all, longest).getAddress());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private URI at(InetAddress address) {
        String text = address.getHostAddress();
        String host = text.contains(":") ? "[" + text.replaceAll("%.*", "") + "]" : text;
        String port = server.getPort() > 0 ? ":" + server.getPort() : "";
        return URI.create(server.getScheme() + "://" + host + port + server.getRawPath());
    }
}
