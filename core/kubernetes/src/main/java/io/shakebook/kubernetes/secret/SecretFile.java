// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.secret;

import io.shakebook.engine.change.Secrets.Missing;
import io.shakebook.spi.value.SecretRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A file with one secret in it, as ssh wants those of its keys: a regular file that only its owner can read or write. */
final class SecretFile {
    private static final int LONGEST = 64 * 1024;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private final SecretRef ref;
    private final Path path;

    SecretFile(SecretRef ref, Path path) {
        this.ref = ref;
        this.path = path;
    }

    static Path path(String written, Path home) {
        return written.startsWith("~/") ? home.resolve(written.substring(2)) : Path.of(written);
    }

    /** Without the line break at the end. */
    String read() throws Missing {
        try {
            PosixFileAttributes before = checked();
            byte[] bytes;
            // no link, also if one was put there since
            try (InputStream in = Channels.newInputStream(
                    Files.newByteChannel(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
                bytes = in.readNBytes(LONGEST + 1);
            }
            if (!Objects.equals(before.fileKey(), checked().fileKey())) {
                throw missing("was replaced while it was read", "try again");
            }
            return text(bytes);
        } catch (NoSuchFileException e) {
            throw missing("is not there", "create it, or correct the reference in the inventory");
        } catch (IOException | UnsupportedOperationException e) {
            throw missing("cannot be read", "make it a file that you can read, and nobody else");
        }
    }

    private PosixFileAttributes checked() throws IOException, Missing {
        PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (file.isSymbolicLink()) {
            throw missing("is a symbolic link", "name the file itself");
        }
        if (!file.isRegularFile()) {
            throw missing("is no regular file", "name a file");
        }
        Set<PosixFilePermission> wide = EnumSet.copyOf(OTHERS);
        wide.retainAll(file.permissions());
        if (!wide.isEmpty()) {
            throw missing("can be read or written by others than its owner", "type: chmod 600 " + path);
        }
        if (file.size() > LONGEST) {
            throw missing("is larger than 64 KiB", "name a file with the secret alone");
        }
        return file;
    }

    private String text(byte[] bytes) throws Missing {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String value = SecretCommands.withoutLineBreak(text);
            if (value.isEmpty()) {
                throw missing("is empty", "write the secret into it");
            }
            return value;
        } catch (CharacterCodingException e) {
            throw missing("is not a text in UTF-8", "name a file with a text in it");
        }
    }

    private Missing missing(String why, String remedy) {
        return new Missing(ref, why, remedy);
    }
}
