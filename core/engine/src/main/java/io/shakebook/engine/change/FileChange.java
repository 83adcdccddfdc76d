// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.FieldPath;
import java.util.List;

/**
 * A file inside an object (a key of a ConfigMap or Secret) that differs, compared by the file's own keys.
 *
 * @param file where it lies: {@code data[sync.toml]}
 * @param format name of the format it was read in; {@code lines} if it has none or could not be read
 * @param keys the keys that differ; empty if only comments or layout do
 * @param total how many keys the two states have together, so that there are never more changes than keys
 */
public record FileChange(FieldPath file, String format, List<KeyChange> keys, int total) {
    public FileChange {
        requireNonNull(file, "file");
        requireNonNull(format, "format");
        keys = List.copyOf(keys);
    }

    /** A key of the file, dotted: {@code source.address}. */
    public record KeyChange(String key, Side before, Side after) {
        public KeyChange {
            requireNonNull(key, "key");
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }
}
