// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lines that a person types. They are read by a thread of its own, since a read from a terminal cannot be interrupted
 * and Ctrl-C must end a question.
 */
public final class Answers {
    private final InputStream in;
    private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final AtomicBoolean reading = new AtomicBoolean();

    public Answers(InputStream in) {
        this.in = in;
    }

    /** Forgets what was typed before the question was on the screen: it cannot be meant as its answer. */
    void forget() {
        if (reading.get()) {
            lines.removeIf(Optional::isPresent);
            return;
        }
        try {
            int typed = in.available();
            while (typed > 0 && in.skip(typed) > 0) {
                typed = in.available();
            }
        } catch (IOException e) {
            stop(); // what cannot be read cannot answer
        }
    }

    /** Waits for the next line; empty at the end of the input or after {@link #stop}. */
    Optional<String> next() {
        if (reading.compareAndSet(false, true)) {
            Thread reader = new Thread(this::read, "answers");
            reader.setDaemon(true);
            reader.start();
        }
        try {
            return lines.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    void stop() {
        lines.add(Optional.empty());
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                lines.add(Optional.of(line));
                line = reader.readLine();
            }
            lines.add(Optional.empty());
        } catch (IOException gone) {
            lines.add(Optional.empty()); // a terminal that went away answers nothing
        }
    }
}
