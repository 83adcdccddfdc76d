// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.source.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON (RFC 8259). Cannot be set by key: what is generated as JSON is better written as a text. */
final class JsonFormat implements FileFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Map<String, Object> read(String text) throws Broken {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!(tree(text) instanceof Map<?, ?> root)) {
            throw new Broken(List.of(new Broken.Flaw(1, 1, "a file whose keys are compared must be an object")));
        }
        collect(root, List.of(), values);
        return values;
    }

    @Override
    public String set(String text, Map<String, Object> values) throws Broken, Unsettable {
        read(text);
        Map<String, String> why = new LinkedHashMap<>();
        values.keySet()
                .forEach(key -> why.put(
                        key,
                        "a JSON template cannot be set by key: write the file as a text, or use"
                                + " TOML, YAML or properties"));
        throw new Unsettable(why);
    }

    @Override
    public String escape(String value) {
        return DoubleQuoted.escape(value);
    }

    private static @Nullable Object tree(String text) throws Broken {
        try {
            return JsonReader.read(text);
        } catch (JsonReader.Broken broken) {
            String message = String.valueOf(broken.getMessage());
            String what = message.substring(message.indexOf(": ") + 2);
            throw new Broken(List.of(new Broken.Flaw(broken.line(), broken.column(), what)));
        }
    }

    private static void collect(Map<?, ?> map, List<String> path, Map<String, Object> values) {
        map.forEach((key, value) -> {
            List<String> at = new ArrayList<>(path);
            at.add(String.valueOf(key));
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                collect(inner, at, values);
            } else {
                values.put(DottedKey.of(at), leaf(value));
            }
        });
    }

    private static Object leaf(@Nullable Object value) {
        if (value == null) {
            return KeyedEdit.NOTHING;
        }
        return value instanceof Map || value instanceof List ? Literals.canonical(value) : value;
    }
}
