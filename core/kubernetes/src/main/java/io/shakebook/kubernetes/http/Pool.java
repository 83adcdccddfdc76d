// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.net.http.HttpClient;

/**
 * The JDK's client, which keeps lines open for the next request and cannot be told to give one up. What stands in between
 * (balancers, firewalls, NAT) forgets lines that nobody used for a while, mostly without telling either end; a person who
 * reads a plan takes longer than that. So after one fell silent all others that are idle are left behind with the client
 * that has them; what is under way there goes on.
 */
final class Pool {
    private static final String LONGEST_IDLE = "jdk.httpclient.keepalive.timeout";
    /** Less than anything in between is known to have the patience for; a new line costs a few milliseconds. */
    private static final String SECONDS = "20";

    private final HttpClient.Builder builder;
    private HttpClient client;
    private boolean ended;

    Pool(HttpClient.Builder builder) {
        this.builder = builder;
        this.client = builder.build();
    }

    /** Java 17 keeps a line for 20 minutes. It can only be told by a property, which it reads when it is first used. */
    static void dropIdleLines() {
        System.getProperties().putIfAbsent(LONGEST_IDLE, SECONDS); // who told the JVM of another one is not overruled
    }

    synchronized HttpClient client() {
        return client;
    }

    /** No answer came in time on a line of this one. Without its lines in use it ends by itself. */
    synchronized void silent(HttpClient used) {
        if (used == client && !ended) {
            client = builder.build();
        }
    }

    synchronized void end() {
        ended = true;
        SelectorThread.end(client);
    }
}
