// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file system in memory that is full soon. Only root may mount one; without, the test that needs it is skipped. */
final class SmallDisk implements AutoCloseable {
    private static final int PAGE = 4096;
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @param folder where it is mounted: an empty one */
    static SmallDisk mount(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = command("mount", "-t", "tmpfs", "-o", "size=512k", "shakebook-test", folder.toString());
        assumeThat(mounted)
                .as("a small file system can be mounted, which only root may")
                .isTrue();
        return new SmallDisk(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Takes all room but what such files need. @param bytes sizes of files */
    void leaveRoomFor(long... bytes) throws IOException {
        makeRoom();
        long needed = 0;
        for (long one : bytes) {
            needed += (one + PAGE - 1) / PAGE * PAGE;
        }
        long filled = Files.getFileStore(folder).getUsableSpace() - needed;
        Files.write(file("filler"), new byte[Math.toIntExact(filled)]);
        assertThat(Files.getFileStore(folder).getUsableSpace()).isEqualTo(needed);
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(file("filler"));
    }

    void readOnly(boolean yes) throws IOException, InterruptedException {
        assertThat(command("mount", "-o", "remount," + (yes ? "ro" : "rw"), folder.toString()))
                .isTrue();
    }

    private static boolean command(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(new ArrayList<>(List.of(command)))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false; // no such program here
        }
    }

    @Override
    public void close() throws IOException {
        try {
            assertThat(command("umount", folder.toString())).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
