// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.change.FileFormats;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** TOML, YAML, JSON and properties, told apart by the end of a file's name. Safe to use from several threads. */
public final class StandardFileFormats implements FileFormats {
    private final List<FileFormat> all =
            List.of(new TomlFormat(), new YamlFormat(), new JsonFormat(), new PropertiesFormat());

    @Override
    public Optional<FileFormat> ofFile(String fileName) {
        String suffix = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return fileName.contains(".") ? named(suffix.equals("yml") ? "yaml" : suffix) : Optional.empty();
    }

    @Override
    public Optional<FileFormat> named(String name) {
        return all.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
