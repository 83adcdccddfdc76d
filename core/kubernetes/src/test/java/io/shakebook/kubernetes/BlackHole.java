// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A port on loopback that drops packets, as a firewall does: nobody accepts, and its queue is full, so that the system
 * answers no further attempt to connect.
 */
public final class BlackHole implements AutoCloseable {
    private static final int MOST = 16;
    private final ServerSocket port;
    private final List<SocketChannel> waiting = new ArrayList<>();

    public BlackHole() throws IOException {
        this(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }

    /** @param port with a queue of one, from which nobody takes any more */
    public BlackHole(ServerSocket port) throws IOException {
        this.port = port;
        while (taken()) {
            if (waiting.size() > MOST) {
                throw new IOException("this system drops no packets when a queue is full");
            }
        }
    }

    /** Whether one more connection came about. */
    private boolean taken() throws IOException {
        SocketChannel channel = SocketChannel.open();
        waiting.add(channel);
        try {
            channel.socket().connect(new InetSocketAddress(port.getInetAddress(), port.getLocalPort()), 100);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    public URI uri() {
        return URI.create("https://127.0.0.1:" + port.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : waiting) {
            channel.close();
        }
        port.close();
    }
}
