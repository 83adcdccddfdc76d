// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Which version this is, from the build: what the jar's manifest says is known with the first class, which opens no jar. */
final class Version {

    private Version() {}

    static String read() {
        String ofJar = Version.class.getPackage().getImplementationVersion();
        return ofJar == null ? ofClasses() : ofJar;
    }

    /** Of classes that are in no jar yet. */
    private static String ofClasses() {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("version"), "version")) {
            return new String(in.readAllBytes(), US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
