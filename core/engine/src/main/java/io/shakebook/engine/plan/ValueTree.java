// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.change.Side;
import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values with secret and pending parts as JSON, both ways. A map with the single key {@code text} (and maybe
 * {@code encoding}), {@code masked}, {@code decided} or {@code map} is a marker; a real map that looks like one stands
 * inside {@code {"map": …}}. Secrets are written as their number in the plan's table.
 */
final class ValueTree {
    private static final Set<Set<String>> MARKERS =
            Set.of(Set.of("text"), Set.of("text", "encoding"), Set.of("masked"), Set.of("decided"), Set.of("map"));

    private final List<SecretRef> secrets;

    ValueTree(List<SecretRef> secrets) {
        this.secrets = secrets;
    }

    Object written(Object value) {
        if (value instanceof Text text) {
            return written(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::written).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> written = members(map);
        return MARKERS.contains(written.keySet()) ? Map.of("map", written) : written;
    }

    Map<String, Object> members(Map<?, ?> map) {
        Map<String, Object> written = new LinkedHashMap<>();
        map.forEach((key, value) -> written.put((String) key, written(value)));
        return written;
    }

    /** A side that is there; for {@link Side.None} nothing is written. */
    Object written(Side side) {
        if (side instanceof Side.Masked masked) {
            return Map.of("masked", masked.equal() ? "equal" : "differs");
        }
        return side instanceof Side.Decided decided
                ? Map.of("decided", decided.bound())
                : written(((Side.Value) side).value());
    }

    private Object written(Text text) {
        boolean plain = text.encoding() == Text.Encoding.PLAIN;
        if (plain && text.literal().isPresent()) {
            return text.literal().get();
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("text", text.parts().stream().map(this::part).toList());
        if (!plain) {
            written.put("encoding", "base64");
        }
        return written;
    }

    private Object part(Text.Part part) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (part instanceof Text.Literal literal) {
            return literal.text();
        }
        if (part instanceof Text.Secret secret) {
            written.put("secret", number(secret.ref()));
            return escaped(written, secret.escape());
        }
        Text.Pending pending = (Text.Pending) part;
        written.put("pending", pending.ref().step());
        written.put("output", pending.ref().output());
        if (!pending.ref().bound().isEmpty()) {
            written.put("bound", pending.ref().bound());
        }
        return escaped(written, pending.escape());
    }

    private static Object escaped(Map<String, Object> part, String escape) {
        if (!escape.isEmpty()) {
            part.put("escape", escape);
        }
        return part;
    }

    static String name(int index) {
        return "#" + (index + 1);
    }

    private String number(SecretRef ref) {
        for (int i = 0; i < secrets.size(); i++) {
            if (secrets.get(i).source().equals(ref.source())) {
                return name(i);
            }
        }
        throw new IllegalArgumentException("the plan's table of secrets lacks " + ref.source());
    }

    Object read(Object value) throws Misfit {
        if (value instanceof List<?> list) {
            List<Object> read = new ArrayList<>();
            for (Object item : list) {
                read.add(read(item));
            }
            return read;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (!MARKERS.contains(map.keySet())) {
            return readMembers(map);
        }
        JsonObject marker = new JsonObject(map, "");
        if (marker.has("text")) {
            return text(marker);
        }
        if (marker.has("map")) {
            return readMembers(marker.map("map"));
        }
        throw new Misfit(map.keySet() + " cannot stand there");
    }

    Map<String, Object> readMembers(Map<?, ?> map) throws Misfit {
        Map<String, Object> read = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (member.getValue() == null) {
                throw new Misfit("\"" + member.getKey() + "\" is null");
            }
            read.put((String) member.getKey(), read(member.getValue()));
        }
        return read;
    }

    Side side(JsonObject sides, String name) throws Misfit {
        Object value = sides.optionalValue(name).orElse(Side.NONE);
        if (value == Side.NONE) {
            return Side.NONE;
        }
        if (value instanceof Map<?, ?> map && map.keySet().equals(Set.of("masked"))) {
            return new Side.Masked(new JsonObject(map, name).text("masked").equals("equal"));
        }
        if (value instanceof Map<?, ?> map && map.keySet().equals(Set.of("decided"))) {
            return new Side.Decided(new JsonObject(map, name).text("decided"));
        }
        return new Side.Value(read(value));
    }

    private Text text(JsonObject marker) throws Misfit {
        List<Text.Part> parts = new ArrayList<>();
        if (!(marker.value("text") instanceof List<?> items)) {
            throw marker.wrong("text", "must be a list");
        }
        for (Object item : items) {
            parts.add(item instanceof Map<?, ?> map ? hole(new JsonObject(map, "text")) : literal(item));
        }
        Optional<String> encoding = marker.optionalText("encoding");
        if (encoding.filter(name -> !name.equals("base64")).isPresent()) {
            throw marker.wrong("encoding", "must be base64");
        }
        return new Text(parts, encoding.isPresent() ? Text.Encoding.BASE64 : Text.Encoding.PLAIN);
    }

    private static Text.Part literal(Object item) throws Misfit {
        if (item instanceof String text) {
            return new Text.Literal(text);
        }
        throw new Misfit("a part of a text must be a string or an object");
    }

    private Text.Part hole(JsonObject part) throws Misfit {
        String escape = part.optionalText("escape").orElse("");
        Text.Part hole = part.has("secret")
                ? new Text.Secret(secret(part.text("secret")), escape)
                : new Text.Pending(
                        new OutputRef(
                                part.text("pending"),
                                part.text("output"),
                                part.optionalText("bound").orElse("")),
                        escape);
        part.done();
        return hole;
    }

    private SecretRef secret(String number) throws Misfit {
        for (int i = 0; i < secrets.size(); i++) {
            if (name(i).equals(number)) {
                return secrets.get(i);
            }
        }
        throw new Misfit("there is no secret " + number + " in its table");
    }
}
