// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the YAML that clients send as a manifest: block mappings and sequences, flow collections on one line, plain and
 * quoted scalars, literal and folded blocks, comments. No anchors, tags or several documents.
 */
public final class Yaml {
    private final List<Line> lines = new ArrayList<>();
    private final List<String> raw;
    private int next;

    /** @param number the line's place in the text, from 0 */
    private record Line(int number, int indent, String text) {}

    private Yaml(String text) {
        this.raw = text.replace("\r", "").lines().toList();
        for (int i = 0; i < raw.size(); i++) {
            String content = YamlScalars.withoutComment(raw.get(i)).stripTrailing();
            if (!content.isBlank() && !content.equals("---")) {
                int indent = content.length() - content.stripLeading().length();
                lines.add(new Line(i, indent, content.strip()));
            }
        }
    }

    /** The document's tree; JSON is YAML too. */
    public static JsonNode parse(String text) throws InvalidJson {
        if (text.stripLeading().startsWith("{")) {
            return Json.parse(text);
        }
        Yaml yaml = new Yaml(text);
        if (yaml.lines.isEmpty()) {
            return Json.object();
        }
        JsonNode tree = yaml.block(yaml.lines.get(0).indent());
        if (yaml.next < yaml.lines.size()) {
            throw yaml.wrong("unexpected indent");
        }
        return tree;
    }

    private InvalidJson wrong(String what) {
        int number = next < lines.size() ? lines.get(next).number() + 1 : raw.size();
        return new InvalidJson("yaml: line " + number + ": " + what, new IllegalArgumentException(what));
    }

    private boolean at(int indent) {
        return next < lines.size() && lines.get(next).indent() == indent;
    }

    private static boolean isItem(String text) {
        return text.equals("-") || text.startsWith("- ");
    }

    private JsonNode block(int indent) throws InvalidJson {
        String first = lines.get(next).text();
        if (isItem(first)) {
            return sequence(indent);
        }
        if (YamlScalars.keyEnd(first) >= 0) {
            return mapping(indent);
        }
        next++;
        return YamlScalars.value(first);
    }

    private ArrayNode sequence(int indent) throws InvalidJson {
        ArrayNode list = Json.array();
        while (at(indent) && isItem(lines.get(next).text())) {
            Line line = lines.get(next);
            String rest = line.text().substring(1);
            String item = rest.strip();
            if (item.isEmpty()) {
                next++;
                list.add(deeper(indent));
            } else if (YamlScalars.keyEnd(item) >= 0 || isItem(item)) {
                int inner = indent + 1 + rest.length() - rest.stripLeading().length();
                lines.set(next, new Line(line.number(), inner, item));
                list.add(block(inner));
            } else {
                next++;
                list.add(scalar(item, line));
            }
        }
        return list;
    }

    private ObjectNode mapping(int indent) throws InvalidJson {
        ObjectNode map = Json.object();
        while (at(indent) && !isItem(lines.get(next).text())) {
            Line line = lines.get(next);
            int end = YamlScalars.keyEnd(line.text());
            if (end < 0) {
                throw wrong("could not find expected ':'");
            }
            String key = YamlScalars.value(line.text().substring(0, end)).asString("");
            if (map.has(key)) {
                throw wrong("key \"" + key + "\" already set in map");
            }
            String rest = line.text().substring(end + 1).strip();
            next++;
            map.set(key, rest.isEmpty() ? nested(indent) : scalar(rest, line));
        }
        return map;
    }

    /** A sequence may stand under its key without being indented. */
    private JsonNode nested(int indent) throws InvalidJson {
        boolean flush = at(indent) && isItem(lines.get(next).text());
        return flush ? sequence(indent) : deeper(indent);
    }

    private JsonNode deeper(int indent) throws InvalidJson {
        if (next < lines.size() && lines.get(next).indent() > indent) {
            return block(lines.get(next).indent());
        }
        return Json.object().nullNode();
    }

    private JsonNode scalar(String text, Line line) throws InvalidJson {
        if (text.startsWith("|") || text.startsWith(">")) {
            return Json.object().stringNode(literal(text, line));
        }
        return YamlScalars.value(text);
    }

    private String literal(String header, Line line) {
        int own = raw.get(line.number()).length()
                - raw.get(line.number()).stripLeading().length();
        List<String> body = new ArrayList<>();
        int number = line.number() + 1;
        while (number < raw.size() && (raw.get(number).isBlank() || indent(raw.get(number)) > own)) {
            body.add(raw.get(number));
            number++;
        }
        while (next < lines.size() && lines.get(next).number() < number) {
            next++;
        }
        int margin = body.stream()
                .filter(text -> !text.isBlank())
                .mapToInt(Yaml::indent)
                .min()
                .orElse(0);
        List<String> cut = body.stream()
                .map(text -> text.length() >= margin ? text.substring(margin) : "")
                .toList();
        String joined = String.join(header.startsWith(">") ? " " : "\n", cut).stripTrailing();
        return header.contains("-") ? joined : joined + "\n";
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }
}
