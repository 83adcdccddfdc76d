// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a cached repository, in a file inside of it.
 *
 * @param tip what the ref pointed at: a commit, or a tag
 * @param name in full, such as {@code refs/heads/main}; for a commit, the commit
 * @param depth how many generations were asked for
 * @param asked when the other machine last said so
 */
record Stamp(String tip, String name, int depth, Instant asked) {
    private static final String FILE = "shakebook-fetched";
    private static final int LINES = 4;

    /** Empty if it is missing or cannot be understood: then the repository is not used. */
    static Optional<Stamp> of(Path repository) {
        try {
            List<String> lines = Files.readAllLines(repository.resolve(FILE), UTF_8);
            return lines.size() == LINES
                    ? Optional.of(new Stamp(
                            lines.get(0), lines.get(1), Integer.parseInt(lines.get(2)), Instant.parse(lines.get(3))))
                    : Optional.empty();
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    void write(Path repository) throws IOException {
        Path made = repository.resolve(FILE + ".new");
        Files.writeString(made, String.join("\n", tip, name, Integer.toString(depth), asked.toString()) + "\n");
        Files.move(made, repository.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Stamp askedAgain(Instant now) {
        return new Stamp(tip, name, depth, now);
    }

    Optional<String> branch() {
        String heads = "refs/heads/";
        return name.startsWith(heads) ? Optional.of(name.substring(heads.length())) : Optional.empty();
    }
}
