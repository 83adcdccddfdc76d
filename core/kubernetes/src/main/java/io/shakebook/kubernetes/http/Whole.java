// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Collects a body, up to a length that no honest answer has. */
final class Whole implements Sink {
    private static final int MOST = 32 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void take(ByteBuffer part) throws TooLong {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.write(copy, 0, copy.length);
        if (bytes.size() > MOST) {
            bytes.reset();
            throw new TooLong("the answer", MOST);
        }
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
