// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of a file; other encodings are refused, never guessed. */
public final class Utf8 {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    /** Without a byte order mark. @return empty if it is not UTF-8; where not was reported then */
    public static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            int bad = firstBadByte(bytes);
            SourceText before = SourceText.of(file, new String(bytes, 0, bad, StandardCharsets.UTF_8));
            int line = before.lines().size() - 1;
            String last = before.lines().get(line);
            problems.error(
                    "not-utf-8",
                    "the file is not written in UTF-8: byte " + (bad + 1) + " does not belong to a character",
                    before.at(line, last.codePointCount(0, last.length()), 1),
                    "save the file in UTF-8");
            return Optional.empty();
        }
    }

    private static int firstBadByte(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return in.position();
    }
}
