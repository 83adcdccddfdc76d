// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.kubeconfig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a command, which gets no input. What it started itself and did not let go of is ended with it. */
public final class CommandRun {
    private static final int LONGEST_OUTPUT = 1 << 20;

    private CommandRun() {}

    /** How it ended; the output may hold a secret. */
    public record Ended(int code, String output) {
        @Override
        public String toString() {
            return "ended with code " + code;
        }
    }

    /**
     * @throws IOException if it cannot be started
     * @throws TimeoutException if it, or what it started, still writes when the time is over
     */
    public static Ended of(ProcessBuilder command, Duration longest)
            throws IOException, TimeoutException, InterruptedException {
        Process process = command.start();
        try {
            process.getOutputStream().close();
            return reading(process)
                    .thenCombine(process.onExit(), (output, ended) -> new Ended(ended.exitValue(), output))
                    .get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("its output cannot be read", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> reading(Process process) {
        CompletableFuture<String> output = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        output.complete(new String(process.getInputStream().readNBytes(LONGEST_OUTPUT), UTF_8));
                    } catch (IOException | UncheckedIOException e) {
                        output.completeExceptionally(e);
                    }
                },
                "credential command");
        reader.setDaemon(true);
        reader.start();
        return output;
    }
}
