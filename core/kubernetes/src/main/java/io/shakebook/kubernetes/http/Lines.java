// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on each whole line of a body as it comes. */
final class Lines implements Sink {
    /** A server keeps no object that is longer than 1.5 MiB; what managed its fields comes on top. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final Consumer<String> line;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    Lines(Consumer<String> line) {
        this.line = line;
    }

    @Override
    public synchronized void take(ByteBuffer part) throws TooLong {
        while (part.hasRemaining()) {
            byte next = part.get();
            if (next == '\n') {
                line.accept(begun.toString(StandardCharsets.UTF_8));
                begun.reset();
            } else {
                begun.write(next);
            }
        }
        if (begun.size() > LONGEST) {
            begun.reset();
            throw new TooLong("a line of the answer", LONGEST);
        }
    }
}
