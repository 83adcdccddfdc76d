// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.FieldPath.Key;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The files inside an object, and the one place that says what a file is: an entry of the map {@code data} at the root
 * whose name has a known format or whose text has more than one line.
 */
final class DataFiles {
    static final FieldPath DATA = FieldPath.of("data");

    private final boolean encoded;

    private DataFiles(boolean encoded) {
        this.encoded = encoded;
    }

    /** @param object wanted or, if nothing is wanted, observed */
    static DataFiles of(Manifest object) {
        boolean base64 = object.map("data").values().stream()
                .anyMatch(value -> value instanceof Text text && text.encoding() == Text.Encoding.BASE64);
        return new DataFiles(base64 || Confidential.kind(object.ref().kind()));
    }

    /** Whether the entries are in base64; then none of their observed values is ever shown. */
    boolean encoded() {
        return encoded;
    }

    /** The name of the entry that a path leads to. */
    static Optional<String> name(FieldPath path) {
        boolean entry = path.segments().size() == 2 && path.startsWith(DATA);
        return entry && path.segments().get(1) instanceof Key key ? Optional.of(key.name()) : Optional.empty();
    }

    /** The characters of an observed entry. */
    String observed(String value) {
        return encoded ? decoded(value).orElse(value) : value;
    }

    /** The characters of a wanted entry; empty if it is no text. */
    Optional<Text> wanted(Object value) {
        if (value instanceof Text text) {
            return Optional.of(text);
        }
        return value instanceof String text ? Optional.of(Text.of(observed(text))) : Optional.empty();
    }

    static boolean isFile(String name, Optional<String> live, Optional<Text> wanted, FileFormats formats) {
        boolean lines = live.filter(text -> text.contains("\n")).isPresent()
                || wanted.filter(text -> new Marked(text).text().contains("\n")).isPresent();
        return lines || formats.ofFile(name).isPresent();
    }

    /** Empty if it is not base64, or not of characters: such a value is compared as it stands. */
    private static Optional<String> decoded(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
