// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where a class comes from, for messages: {@code the class "example.Labelled" of /opt/modules/labelled.jar}. */
final class Origin {

    private Origin() {}

    static String of(Class<?> type) {
        return "the class \"" + type.getName() + "\""
                + file(type).map(file -> " of " + file).orElse("");
    }

    /** The jar or folder; empty for a class of the JDK. */
    static Optional<Path> file(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
