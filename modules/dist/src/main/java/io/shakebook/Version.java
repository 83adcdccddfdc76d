// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Which version this is, from the build. */
final class Version {

    private Version() {}

    static String read() {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("version"), "version")) {
            return new String(in.readAllBytes(), US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
