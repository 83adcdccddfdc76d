// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.change.FileFormats;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tiny file format: {@code key = "text"}, {@code key = 1}, {@code key = 1.0}, comments. */
public final class ConfFormat implements FileFormat, FileFormats {
    private static final Pattern LINE = Pattern.compile("([a-z.-]+) = (\"(.*)\"|-?[0-9]+|-?[0-9]+\\.[0-9]+)");

    @Override
    public String name() {
        return "conf";
    }

    @Override
    public Optional<FileFormat> ofFile(String fileName) {
        return fileName.endsWith(".conf") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Optional<FileFormat> named(String name) {
        return name.equals("conf") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Map<String, Object> read(String text) throws Broken {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            Matcher line = LINE.matcher(lines.get(at));
            if (line.matches()) {
                String value = line.group(2);
                values.put(
                        line.group(1),
                        line.group(3) != null
                                ? line.group(3)
                                : value.contains(".") ? new BigDecimal(value) : (Object) Long.valueOf(value));
            } else if (!lines.get(at).isBlank() && !lines.get(at).startsWith("#")) {
                throw new Broken(List.of(new Broken.Flaw(at + 1, 3, "no value")));
            }
        }
        return values;
    }

    @Override
    public String set(String text, Map<String, Object> values) throws Broken, Unsettable {
        Map<String, Object> there = read(text);
        Map<String, String> why = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!there.containsKey(key)) {
                why.put(key, "the file has no such key");
            } else if (there.get(key).getClass() != value.getClass()) {
                why.put(key, "it is a " + there.get(key).getClass().getSimpleName());
            }
        });
        if (!why.isEmpty()) {
            throw new Unsettable(why);
        }
        StringBuilder written = new StringBuilder();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            Object value = matcher.matches() ? values.get(matcher.group(1)) : null;
            written.append(
                            value == null
                                    ? line
                                    : matcher.group(1) + " = "
                                            + (value instanceof String string ? "\"" + escape(string) + "\"" : value))
                    .append('\n');
        });
        return written.toString();
    }

    @Override
    public String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
