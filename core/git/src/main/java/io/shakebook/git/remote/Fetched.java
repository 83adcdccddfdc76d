// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision that lies in the cache, whole.
 *
 * @param repository a bare repository's folder; it stays for an hour at least
 * @param commit 40 hexadecimal digits
 * @param ref as it was typed; {@code HEAD} if none was
 * @param branch which the commit is the end of, if a branch was asked for, by its name or as {@code HEAD}
 * @param asked when the other machine last said so
 * @param notes what the user should know: a branch that was rewritten, how old the cached state is
 */
public record Fetched(
        Path repository, String commit, String ref, Optional<String> branch, Instant asked, List<String> notes) {
    public Fetched {
        notes = List.copyOf(notes);
    }
}
