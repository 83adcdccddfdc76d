// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What a real API server needs to know of its etcd, asked over etcd's JSON gateway. */
final class Etcd {
    private static final int HEAD_START = 20;
    private static final String ENTRY = "{\"key\": \"c2hha2Vib29r\", \"value\": \"c2hha2Vib29r\"}";

    private final URI clients;
    private final HttpClient http = HttpClient.newHttpClient();

    Etcd(URI clients) {
        this.clients = clients;
    }

    boolean healthy() {
        return status(HttpRequest.newBuilder(clients.resolve("/health")).build()) == 200;
    }

    /** Lets the store age by some revisions before the server reads it, so that version 1 is too old to be watched. */
    void age() throws IOException {
        HttpRequest put = HttpRequest.newBuilder(clients.resolve("/v3/kv/put"))
                .POST(BodyPublishers.ofString(ENTRY))
                .build();
        for (int revision = 0; revision < HEAD_START; revision++) {
            if (status(put) != 200) {
                throw new IOException("etcd at " + clients + " refuses to store a key");
            }
        }
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking etcd", interrupted);
        }
    }
}
