// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static java.util.Objects.requireNonNull;

/**
 * The content of a file in a ConfigMap or Secret, as a playbook gives it: a text, or a template with values set by key.
 *
 * @param format name of the file format that the template was read in ({@code toml}); empty for a plain text
 */
public record FileContent(Text text, String format) {
    public FileContent {
        requireNonNull(text, "text");
        requireNonNull(format, "format");
    }

    public static FileContent of(Text text) {
        return new FileContent(text, "");
    }
}
