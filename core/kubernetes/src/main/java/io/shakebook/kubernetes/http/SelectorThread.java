// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.net.http.HttpClient;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends the thread in which a JDK HTTP client waits for its sockets. The client library's close leaves it running, and
 * the JVM then takes up to 300 ms longer to exit. From Java 21 on a client can be told; before that the thread is
 * found by its name, which has the client's number, and interrupted.
 */
final class SelectorThread {
    private static final Pattern NUMBER = Pattern.compile("\\(([0-9]+)\\)$");

    private SelectorThread() {}

    static void end(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException before21) {
            Matcher number = NUMBER.matcher(client.toString());
            if (number.find()) {
                interrupt("HttpClient-" + number.group(1) + "-SelectorManager");
            }
        }
    }

    private static void interrupt(String name) {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        Thread[] threads = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(threads);
        for (int at = 0; at < count; at++) {
            if (threads[at].getName().equals(name)) {
                threads[at].interrupt();
            }
        }
    }
}
