// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small file format for tests: {@code key = "text"} or {@code key = 6.0} on each line, {@code #} starts a comment. */
public final class KeyFormat implements FileFormat {

    /** Files that end in {@code .keys} are of this format. */
    public static final FileFormats FORMATS = new FileFormats() {
        @Override
        public Optional<FileFormat> ofFile(String fileName) {
            return fileName.endsWith(".keys") ? Optional.of(new KeyFormat()) : Optional.empty();
        }

        @Override
        public Optional<FileFormat> named(String name) {
            return name.equals("keys") ? Optional.of(new KeyFormat()) : Optional.empty();
        }
    };

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public Map<String, Object> read(String text) throws Broken {
        Map<String, Object> keys = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf(" = ");
            if (equals < 1) {
                throw new Broken(List.of(new Broken.Flaw(number, 1, "no key")));
            }
            keys.put(line.substring(0, equals), value(line.substring(equals + 3), number));
        }
        return keys;
    }

    private static Object value(String text, int number) throws Broken {
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1)
                    .replace("\\n", "\n")
                    .replace("\\\"", "\"")
                    .replace("\\\\", "\\");
        }
        try {
            return text.contains(".") ? (Object) new BigDecimal(text) : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Broken(List.of(new Broken.Flaw(number, 1, "no value")));
        }
    }

    @Override
    public String set(String text, Map<String, Object> values) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
