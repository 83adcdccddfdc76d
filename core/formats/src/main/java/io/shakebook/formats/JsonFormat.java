// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** JSON (RFC 8259), read as the part of YAML that it is; what is YAML but not JSON is refused. Cannot be set by key. */
final class JsonFormat implements FileFormat {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Map<String, Object> read(String text) throws Broken {
        String yaml = withoutEscapedSlashes(text);
        Optional<Node> root = NodeFile.compose(yaml);
        if (root.isPresent()) {
            JsonOnly.demand(root.get());
        }
        return NodeFile.of(yaml).values();
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

    /** JSON may write a slash as "\/", which the YAML parser does not know. */
    private static String withoutEscapedSlashes(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(found -> found.group(1).equals("/") ? "/" : Matcher.quoteReplacement(found.group()));
    }
}
