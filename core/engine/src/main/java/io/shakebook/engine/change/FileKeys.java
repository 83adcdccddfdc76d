// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.value.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads files by key: values are JSON scalars, or texts with the holes of the file that they come from. */
final class FileKeys {

    private FileKeys() {}

    /** Empty if the file cannot be read in this format. */
    static Optional<Map<String, Object>> of(Text file, FileFormat format) {
        if (Marked.clashes(file)) {
            return Optional.empty();
        }
        Marked marked = new Marked(file);
        return of(marked.text(), format).map(keys -> {
            Map<String, Object> unmarked = new LinkedHashMap<>();
            keys.forEach((key, value) -> unmarked.put(key, marked.unmarked(value)));
            return unmarked;
        });
    }

    /** Empty if the file cannot be read in this format. */
    static Optional<Map<String, Object>> of(String file, FileFormat format) {
        try {
            return Optional.of(format.read(file));
        } catch (FileFormat.Broken e) {
            return Optional.empty();
        }
    }
}
