// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Collects a body, up to a length that no honest answer has. */
final class Whole implements AsyncBody.Consumer<List<ByteBuffer>> {
    private static final int MOST = 32 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void consume(List<ByteBuffer> chunks, AsyncBody body) throws TooLong {
        for (ByteBuffer chunk : chunks) {
            byte[] part = new byte[chunk.remaining()];
            chunk.get(part);
            bytes.write(part, 0, part.length);
        }
        if (bytes.size() > MOST) {
            bytes.reset();
            throw new TooLong("the answer", MOST);
        }
        body.consume();
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
