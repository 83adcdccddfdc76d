// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Java properties. Every value is a string; of a key that is there twice the last one counts. Source:
 * {@link java.util.Properties#load(java.io.Reader)}.
 */
final class PropertiesFormat implements FileFormat {

    @Override
    public String name() {
        return "properties";
    }

    @Override
    public Map<String, Object> read(String text) throws Broken {
        Map<String, Object> values = new LinkedHashMap<>();
        PropertyLine.in(text).forEach(line -> values.put(line.key(), line.value()));
        return values;
    }

    @Override
    public String set(String text, Map<String, Object> values) throws Broken, Unsettable {
        Map<String, Object> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return new KeyedEdit(this, this::edit).set(text, texts);
    }

    private String edit(String text, Map<String, Object> values) throws Broken {
        List<PropertyLine> lines = PropertyLine.in(text);
        StringBuilder edited = new StringBuilder(text);
        for (int at = lines.size() - 1; at >= 0; at--) {
            PropertyLine line = lines.get(at);
            Object value = values.get(line.key());
            if (value != null) {
                edited.replace(line.valueStart(), line.end(), (line.separated() ? "" : "=") + escape((String) value));
            }
        }
        return edited.toString();
    }

    /** ASCII only, since many a reader takes the file for ISO 8859-1. */
    @Override
    public String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            boolean leading = value.substring(0, at).isBlank();
            escaped.append(
                    switch (c) {
                        case '\\' -> "\\\\";
                        case '\t' -> "\\t";
                        case '\n' -> "\\n";
                        case '\f' -> "\\f";
                        case '\r' -> "\\r";
                        case ' ' -> leading ? "\\ " : " ";
                        default -> c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c);
                    });
        }
        return escaped.toString();
    }
}
