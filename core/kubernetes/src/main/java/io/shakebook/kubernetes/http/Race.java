// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Finds out which of several addresses lets us connect. Each one gets a head start before the next one is tried, too; what
 * was opened is closed again, and nothing is sent. Source: RFC 8305.
 */
final class Race {
    private static final Duration HEAD_START = Duration.ofMillis(250);

    private final Queue<InetSocketAddress> waiting;
    private Duration left;
    private IOException last = new HttpConnectTimeoutException("no connection in time");
    private int open;

    private Race(List<InetSocketAddress> all, Duration longest) {
        this.waiting = new ArrayDeque<>(all);
        this.left = longest;
    }

    /** @throws IOException of the last one that failed, if none lets us connect in time */
    static InetSocketAddress first(List<InetSocketAddress> all, Duration longest) throws IOException {
        try (Selector selector = Selector.open()) {
            try {
                return new Race(all, longest).run(selector);
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
    }

    private InetSocketAddress run(Selector selector) throws IOException {
        while (true) {
            InetSocketAddress next = waiting.poll();
            if (next != null && atOnce(next, selector)) {
                return next;
            }
            if (left.isNegative() || left.isZero() || (open == 0 && waiting.isEmpty())) {
                throw last;
            }
            Duration turn = left.compareTo(HEAD_START) < 0 ? left : HEAD_START;
            selector.select(turn.toMillis());
            left = left.minus(turn); // an address that fails at once takes its turn from the others
            for (SelectionKey key : selector.selectedKeys()) {
                if (connected(key)) {
                    return (InetSocketAddress) key.attachment();
                }
            }
            selector.selectedKeys().clear();
        }
    }

    /** Begins to connect. @return whether that was all, as it can be on this machine itself */
    private boolean atOnce(InetSocketAddress address, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT, address);
            open++;
            return channel.connect(address);
        } catch (IOException e) { // such as IPv6 on a machine without it
            channel.close();
            open--;
            last = e;
            return false;
        }
    }

    private boolean connected(SelectionKey key) throws IOException {
        try {
            return ((SocketChannel) key.channel()).finishConnect();
        } catch (IOException e) {
            key.channel().close();
            open--;
            last = e;
            return false;
        }
    }
}
