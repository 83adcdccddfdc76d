// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Passes on what two say to each other, the answers soon by small pieces only. */
final class SlowWay {
    private static final int QUICK_BYTES = 20_000;

    private SlowWay() {}

    static void between(Socket caller, int port) throws IOException, InterruptedException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread there = new Thread(() -> {
                try {
                    caller.getInputStream().transferTo(server.getOutputStream());
                } catch (IOException over) {
                    // one of them hung up
                }
            });
            there.setDaemon(true);
            there.start();
            slowly(server.getInputStream(), caller.getOutputStream());
        }
    }

    private static void slowly(InputStream in, OutputStream out) throws IOException, InterruptedException {
        byte[] some = new byte[2_000];
        long passed = 0;
        for (int got = in.read(some); got >= 0; got = in.read(some)) {
            out.write(some, 0, got);
            out.flush();
            passed += got;
            if (passed > QUICK_BYTES) {
                Thread.sleep(50);
            }
        }
    }
}
