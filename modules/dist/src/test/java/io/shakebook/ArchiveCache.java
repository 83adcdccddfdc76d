// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A cache folder with the class-data archive that the launcher makes on request; made once for all stories, since it takes seconds. */
final class ArchiveCache {
    private static final Path FOLDER = Shakebook.app().resolveSibling("archive-cache");

    private ArchiveCache() {}

    /** For {@code XDG_CACHE_HOME}; read only. */
    static Path folder() {
        return Made.FOLDER;
    }

    /** Files in a cache folder with this ending. */
    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    private static final class Made {
        static final Path FOLDER = make();

        private static Path make() {
            try {
                if (Files.exists(ArchiveCache.FOLDER)) {
                    clear();
                }
                Shakebook launcher = new Shakebook(Files.createDirectories(ArchiveCache.FOLDER));
                Shakebook.Ended ended = launcher.with("XDG_CACHE_HOME", ArchiveCache.FOLDER.toString())
                        .with("SHAKEBOOK_CDS", "now")
                        .run("--version");
                if (ended.exit() != 0) {
                    throw new AssertionError(ended.toString());
                }
                return ArchiveCache.FOLDER;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private static void clear() throws IOException {
            try (Stream<Path> all = Files.walk(ArchiveCache.FOLDER)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
