// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that holds all of its text or stays as it was, whatever happens on the way. A link stays a link. */
record WholeFile(Path file) {

    /** @throws IOException if it cannot be written; what was there before is there still */
    void write(String text) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(real) && !Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is there already and is no file");
        }
        Path folder = real.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder \"" + folder + "\"");
        }
        Path part = folder.resolve(
                "." + real.getFileName() + "." + ProcessHandle.current().pid() + ".part"); // two may write at once
        try {
            writeThrough(part, text);
            Files.move(part, real, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system cannot replace a file as a whole", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Returns when it is on disk, so that no name ever stands for an empty file. */
    private static void writeThrough(Path part, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
