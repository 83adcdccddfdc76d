// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * TOML 1.0. Strings are written as basic strings on one line; a list is read as its canonical text and cannot be set; a
 * date, {@code inf} and {@code nan} are read as their text.
 */
final class TomlFormat implements FileFormat {

    @Override
    public String name() {
        return "toml";
    }

    @Override
    public Map<String, Object> read(String text) throws Broken {
        Map<String, Object> values = new LinkedHashMap<>();
        parse(text)
                .entryPathSet(false)
                .forEach(entry -> values.put(DottedKey.of(entry.getKey()), scalar(entry.getValue())));
        return values;
    }

    @Override
    public String set(String text, Map<String, Object> values) throws Broken, Unsettable {
        return new KeyedEdit(this, TomlFormat::edit).set(text, values);
    }

    @Override
    public String escape(String value) {
        return DoubleQuoted.escape(value);
    }

    /**
     * The library keeps comments and layout, but writes a string with line breaks in its long form. So it only places a
     * mark for each value, and the marks are replaced afterwards.
     */
    private static String edit(String text, Map<String, Object> values) throws Broken {
        TomlParseResult toml = parse(text);
        Map<String, List<String>> paths = new LinkedHashMap<>();
        toml.keyPathSet(false).forEach(path -> paths.put(DottedKey.of(path), path));
        String mark = "mark";
        while (text.contains(mark)) {
            mark += "-mark";
        }
        Map<String, String> literals = new LinkedHashMap<>();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            String place = mark + ":" + literals.size() + ":";
            toml.set(paths.getOrDefault(value.getKey(), List.of()), place);
            literals.put(DoubleQuoted.of(place), Literals.of(value.getValue()));
        }
        return Marks.replaced(toml.toToml(), literals);
    }

    private static TomlParseResult parse(String text) throws Broken {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            throw new Broken(toml.errors().stream()
                    .map(error -> new Broken.Flaw(
                            error.position().line(), error.position().column(), String.valueOf(error.getMessage())))
                    .collect(Collectors.toList()));
        }
        return toml;
    }

    private static Object scalar(Object value) {
        if (value instanceof TomlArray || value instanceof TomlTable) {
            return Literals.canonical(tree(value));
        }
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite() ? String.valueOf(number) : new BigDecimal(number.toString());
        }
        return value instanceof String || value instanceof Long || value instanceof Boolean
                ? value
                : String.valueOf(value);
    }

    private static Object tree(Object value) {
        if (value instanceof TomlArray array) {
            return array.toList().stream().map(TomlFormat::tree).collect(Collectors.toList());
        }
        if (value instanceof TomlTable table) {
            Map<String, Object> tree = new LinkedHashMap<>();
            table.toMap().forEach((key, member) -> tree.put(key, tree(member)));
            return tree;
        }
        return scalar(value);
    }
}
