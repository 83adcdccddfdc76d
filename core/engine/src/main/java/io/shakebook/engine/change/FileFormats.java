// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import java.util.Optional;

/** The file formats that are known. */
public interface FileFormats {

    /** The format of a file by its name ({@code sync.toml}), or empty if it is just lines. */
    Optional<FileFormat> ofFile(String fileName);

    /** The format of this name ({@code toml}), or empty. */
    Optional<FileFormat> named(String name);
}
