// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.schema;

import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.schema.FieldType.Struct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The declared fields of every kind, from schema.txt. */
public final class Schema {
    private static final String FILE = "/io/shakebook/embedded/schema.txt";

    private final Map<String, Struct> types = new HashMap<>();

    private Schema() {}

    public static Schema load() {
        try (InputStream in = Schema.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the jar; please report this");
            }
            Schema schema = new Schema();
            schema.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type of a whole object of the kind; open if the kind is not described. */
    public FieldType of(Kind kind) {
        return type(kind.name());
    }

    /** Two passes, so that a type may be named before it is described. */
    private void read(String text) {
        List<String[]> lines = text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.trim().split("\\s+"))
                .toList();
        lines.forEach(words -> types.computeIfAbsent(words[0], name -> new Struct(new LinkedHashMap<>())));
        for (String[] words : lines) {
            Map<String, FieldType> fields =
                    types.getOrDefault(words[0], new Struct(Map.of())).fields();
            for (int i = 1; i < words.length; i++) {
                field(words[i], fields);
            }
        }
    }

    private void field(String word, Map<String, FieldType> fields) {
        int end = 0;
        while (end < word.length() && (Character.isLetterOrDigit(word.charAt(end)) || word.charAt(end) == '$')) {
            end++;
        }
        fields.put(word.substring(0, end), notation(word.substring(end)));
    }

    private FieldType notation(String rest) {
        if (rest.startsWith(":")) {
            return type(rest.substring(1));
        }
        if (rest.startsWith("!:")) {
            return new FieldType.Atomic(type(rest.substring(2)));
        }
        if (rest.startsWith("[]:")) {
            return new FieldType.Sequence(type(rest.substring(3)));
        }
        if (rest.startsWith("[") && rest.contains("]:")) {
            int close = rest.indexOf("]:");
            List<FieldType.Key> keys = Arrays.stream(rest.substring(1, close).split(","))
                    .map(Schema::key)
                    .toList();
            return new FieldType.Items(keys, type(rest.substring(close + 2)));
        }
        return switch (rest) {
            case "" -> FieldType.Scalar.TEXT;
            case "#" -> FieldType.Scalar.NUMBER;
            case "?" -> FieldType.Scalar.FLAG;
            case "%" -> FieldType.Scalar.MICRO_TIME;
            case "*" -> FieldType.Scalar.ANY;
            case "{}" -> new FieldType.Entries(FieldType.Scalar.TEXT);
            case "{*}" -> new FieldType.Entries(FieldType.Scalar.ANY);
            case "{64}" -> new FieldType.Entries(FieldType.Scalar.BYTES);
            case "!" -> new FieldType.Atomic(new FieldType.Open());
            case "[=]" -> new FieldType.ScalarSet();
            case "~" -> new FieldType.Open();
            default -> throw new IllegalStateException("schema.txt: cannot read '" + rest + "'");
        };
    }

    private static FieldType.Key key(String word) {
        int equals = word.indexOf('=');
        return equals < 0
                ? new FieldType.Key(word, "")
                : new FieldType.Key(word.substring(0, equals), word.substring(equals + 1));
    }

    private FieldType type(String name) {
        Struct found = types.get(name);
        return found == null ? new FieldType.Open() : found;
    }
}
