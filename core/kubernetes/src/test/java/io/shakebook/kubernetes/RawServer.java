// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that answers every request with the same bytes, whatever they are, and notes the methods. */
final class RawServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private final ServerSocket port;
    private final byte[] answer;
    private final boolean open;
    private final Semaphore left = new Semaphore(0);
    private final List<String> methods = Collections.synchronizedList(new ArrayList<>());

    /** @param open whether the connection stays open after an answer, and the next request may come on it */
    RawServer(byte[] answer, boolean open) throws IOException {
        this.answer = answer.clone();
        this.open = open;
        this.port = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        daemon(() -> {
            while (true) {
                Socket caller = port.accept();
                daemon(() -> serve(caller));
            }
        });
    }

    String url() {
        return "http://127.0.0.1:" + port.getLocalPort();
    }

    /** Of all requests since it was last asked for them. */
    List<String> methods() {
        List<String> noted = List.copyOf(methods);
        methods.clear();
        return noted;
    }

    /** Waits until a caller has seen that we hung up, and did so, too. */
    boolean awaitLeft() throws InterruptedException {
        return left.tryAcquire(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        port.close();
    }

    private void serve(Socket caller) throws IOException {
        try (caller) {
            OutputStream out = caller.getOutputStream();
            do {
                String head = head(caller.getInputStream());
                if (head.isEmpty()) {
                    return;
                }
                Matcher length = LENGTH.matcher(head);
                caller.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
                methods.add(head.substring(0, head.indexOf(' ')));
                out.write(answer);
                out.flush();
            } while (open);
            caller.shutdownOutput();
            if (caller.getInputStream().read() < 0) {
                left.release();
            }
        }
    }

    /** Up to the empty line; empty if the caller went away. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytes.write(next);
            head = next == '\n' ? bytes.toString(StandardCharsets.ISO_8859_1) : "";
        }
        return head;
    }

    /** Ends when its socket is closed. */
    private interface Serving {
        void run() throws IOException;
    }

    private static void daemon(Serving serving) {
        Thread thread = new Thread(() -> {
            try {
                serving.run();
            } catch (IOException closed) {
                // the caller went away, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
