// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.source.Demands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What each inventory demanded when it was last used on this machine, so that it cannot come to demand less without
 * being noticed.
 */
final class DemandMemory {
    private static final int COMMIT = 40;

    private final Path folder;

    /** @param folder may not be there yet */
    DemandMemory(Path folder) {
        this.folder = folder;
    }

    /**
     * @param commit at which the inventory made these demands
     * @param base nothing up to this commit is looked at any more, since the user accepted that less is demanded
     * @param used when
     */
    record Remembered(Demands demands, String commit, Optional<String> base, Instant used) {}

    /** @throws LocalFault if it is there and cannot be understood: then it is not known what was demanded */
    Optional<Remembered> of(String inventory) throws LocalFault {
        Path file = file(inventory);
        try {
            List<String> lines = Files.readAllLines(file, UTF_8);
            return Optional.of(new Remembered(
                    Demands.of(lines.subList(4, lines.size())),
                    lines.get(1),
                    Optional.of(lines.get(2)).filter(base -> base.length() == COMMIT),
                    Instant.parse(lines.get(3))));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | Demands.Unknown | RuntimeException e) {
            throw new LocalFault(
                    "the file " + file + ", which says what the inventory " + inventory + " demanded, cannot be read",
                    "repair it; or delete it, if you know what the inventory must demand");
        }
    }

    void keep(String inventory, Remembered now) throws LocalFault {
        Path file = file(inventory);
        List<String> head = List.of(
                inventory, now.commit(), now.base().orElse("-"), now.used().toString());
        try {
            Files.createDirectories(folder);
            Path made = Files.createTempFile(folder, "new", "");
            Files.write(
                    made,
                    java.util.stream.Stream.concat(head.stream(), now.demands().words().stream())
                            .toList(),
                    UTF_8);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalFault(
                    "what the inventory demands cannot be kept in " + file,
                    "make the folder writable, or set XDG_STATE_HOME");
        }
    }

    private Path file(String inventory) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(inventory.getBytes(UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
