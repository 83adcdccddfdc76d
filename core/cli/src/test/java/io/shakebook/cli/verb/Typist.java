// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** A person at a terminal: types a line when a question is on the screen, and the end of the input when there is none left. */
final class Typist extends InputStream {
    private static final byte[] END = {};
    private final LinkedBlockingQueue<byte[]> typed = new LinkedBlockingQueue<>();
    private final Deque<String> answers;

    /** @param ahead is typed before anything is on the screen */
    Typist(String ahead, List<String> answers) {
        this.answers = new ArrayDeque<>(answers);
        if (!ahead.isEmpty()) {
            typed.add(ahead.getBytes(UTF_8));
        }
    }

    /** Looks at what was printed. */
    void sees(String text) {
        if (text.endsWith(": ")) {
            typed.add(answers.isEmpty() ? END : (answers.remove() + "\n").getBytes(UTF_8));
        }
    }

    @Override
    public int available() {
        return typed.stream().mapToInt(line -> line.length).sum();
    }

    @Override
    public long skip(long bytes) {
        long skipped = available();
        typed.clear();
        return skipped;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("a terminal gives whole lines");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            byte[] line = typed.take();
            System.arraycopy(line, 0, into, offset, line.length);
            return line.length == 0 ? -1 : line.length;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
