// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that opens a state folder and holds it until its input ends or it is killed. */
final class ServingChild implements AutoCloseable {
    private final Process process;
    private final Path report;

    private ServingChild(Process process, Path report) {
        this.process = process;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedCluster cluster =
                EmbeddedCluster.open(Path.of(arguments[0]), Seed.empty(), Clusters.quick("shared"))) {
            Path report = Path.of(arguments[1]);
            Path temporary = report.resolveSibling(report.getFileName() + ".new");
            Files.writeString(temporary, cluster.serving() + " " + cluster.url());
            Files.move(temporary, report);
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /** Starts without waiting. */
    static ServingChild start(Path folder, Path report) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServingChild.class.getName(),
                folder.toString(),
                report.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ServingChild(process, report);
    }

    /** Whether it serves and where, once it is open. */
    String report() {
        Clusters.EVENTUALLY.get("the child has opened the folder", () -> Files.exists(report), exists -> exists);
        try {
            return Files.readString(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean serves() {
        return report().startsWith("true");
    }

    String url() {
        return report().substring(report().indexOf(' ') + 1);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
