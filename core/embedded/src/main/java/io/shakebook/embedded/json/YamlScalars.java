// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.json;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of YAML within one line: keys, scalars, flow collections, comments. */
final class YamlScalars {
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+([eE][-+]?\\d+)?");

    private final String text;
    private int place;

    private YamlScalars(String text) {
        this.text = text;
    }

    static JsonNode value(String text) throws InvalidJson {
        YamlScalars reader = new YamlScalars(text.strip());
        JsonNode value = reader.read(Set.of());
        if (reader.place < reader.text.length()) {
            throw wrong("unexpected '" + reader.text.substring(reader.place) + "'");
        }
        return value;
    }

    private static InvalidJson wrong(String what) {
        return new InvalidJson("yaml: " + what, new IllegalArgumentException(what));
    }

    /** Where the colon after a key stands, or -1 if the text does not begin with a key. */
    static int keyEnd(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            return -1;
        }
        int from = 0;
        if (text.startsWith("\"") || text.startsWith("'")) {
            from = text.indexOf(text.charAt(0), 1) + 1;
            return from > 0 && from < text.length() && text.charAt(from) == ':' ? from : -1;
        }
        int colon = text.indexOf(": ");
        if (colon >= 0) {
            return colon;
        }
        return text.endsWith(":") ? text.length() - 1 : -1;
    }

    /** Without a comment, which begins with a # after a space that is not inside quotes. */
    static String withoutComment(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean opens = (c == '"' || c == '\'') && (i == 0 || " :[{,-".indexOf(line.charAt(i - 1)) >= 0);
            if (opens) {
                i = endOfQuote(line, i);
            } else if (c == '#' && (i == 0 || line.charAt(i - 1) == ' ')) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private JsonNode read(Set<Character> ends) throws InvalidJson {
        skip();
        char first = place < text.length() ? text.charAt(place) : 0;
        return switch (first) {
            case '{' -> map();
            case '[' -> list();
            case '"', '\'' -> Json.object().stringNode(quoted(first));
            case '&', '*', '!' -> throw wrong("anchors, aliases and tags are not read");
            default -> plain(until(ends));
        };
    }

    private void skip() {
        while (place < text.length() && text.charAt(place) == ' ') {
            place++;
        }
    }

    private String until(Set<Character> ends) {
        int start = place;
        while (place < text.length() && !ends.contains(text.charAt(place))) {
            place++;
        }
        return text.substring(start, place).strip();
    }

    private static JsonNode plain(String word) {
        ObjectNode maker = Json.object();
        if (word.isEmpty() || word.equals("~") || word.equals("null")) {
            return maker.nullNode();
        }
        if (word.equals("true") || word.equals("false")) {
            return maker.booleanNode(word.equals("true"));
        }
        if (INTEGER.matcher(word).matches()) {
            long number = Long.parseLong(word);
            return number == (int) number ? maker.numberNode((int) number) : maker.numberNode(number);
        }
        return DECIMAL.matcher(word).matches() ? maker.numberNode(Double.parseDouble(word)) : maker.stringNode(word);
    }

    /** Where the quote that opens at a place is closed, or the text's length. */
    private static int endOfQuote(String text, int start) {
        char quote = text.charAt(start);
        int end = start + 1;
        while (end < text.length()) {
            boolean doubled = quote == '\'' && text.startsWith("''", end);
            boolean escaped = quote == '"' && text.charAt(end) == '\\';
            if (text.charAt(end) == quote && !doubled) {
                return end;
            }
            end += doubled || escaped ? 2 : 1;
        }
        return text.length();
    }

    private String quoted(char quote) throws InvalidJson {
        int end = endOfQuote(text, place);
        if (end >= text.length()) {
            throw wrong("a quote is not closed");
        }
        String whole = text.substring(place, end + 1);
        place = end + 1;
        return quote == '"'
                ? Json.parse(whole).asString("")
                : whole.substring(1, whole.length() - 1).replace("''", "'");
    }

    private ObjectNode map() throws InvalidJson {
        ObjectNode map = Json.object();
        place++;
        skip();
        while (!at('}')) {
            String key = read(Set.of(':', ',', '}')).asString("");
            skip();
            if (at(':')) {
                place++;
                map.set(key, read(Set.of(',', '}')));
            } else {
                map.putNull(key);
            }
            separate('}');
        }
        place++;
        return map;
    }

    private ArrayNode list() throws InvalidJson {
        ArrayNode list = Json.array();
        place++;
        skip();
        while (!at(']')) {
            list.add(read(Set.of(',', ']')));
            separate(']');
        }
        place++;
        return list;
    }

    private boolean at(char c) throws InvalidJson {
        if (place >= text.length()) {
            throw wrong("a bracket is not closed on its line");
        }
        return text.charAt(place) == c;
    }

    private void separate(char end) throws InvalidJson {
        skip();
        if (at(',')) {
            place++;
            skip();
        } else if (!at(end)) {
            throw wrong("expected ',' or '" + end + "'");
        }
    }
}
