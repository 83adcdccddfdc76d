// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Fills pending parts with the outputs of earlier steps. Secret parts stay closed. */
public final class Completion {
    private final FileFormats formats;
    private final Function<OutputRef, Optional<Object>> values;

    /** @param values of outputs: String, Long, BigDecimal, Boolean or a map of them; empty while not known */
    public Completion(FileFormats formats, Function<OutputRef, Optional<Object>> values) {
        this.formats = formats;
        this.values = values;
    }

    /** @throws StillPending if an output is not known; all of them are named */
    public Manifest complete(Manifest manifest) throws StillPending {
        return new Manifest(map(checked(manifest.tree())));
    }

    /** @throws StillPending if an output is not known; all of them are named */
    public Text complete(Text text) throws StillPending {
        return known(checked(text));
    }

    /**
     * Arguments of a step. An argument that is one pending part and nothing else becomes the output's value if that is a
     * map, and its text otherwise.
     *
     * @throws StillPending if an output is not known; all of them are named
     */
    public Map<String, Object> complete(Map<String, Object> args) throws StillPending {
        return map(checked(args));
    }

    /** Fills what is known and leaves the rest pending. */
    public Text known(Text text) {
        List<Text.Part> parts = new ArrayList<>();
        for (Text.Part part : text.parts()) {
            parts.add(part instanceof Text.Pending pending ? filled(pending) : part);
        }
        return new Text(parts, text.encoding());
    }

    /** Fills what is known in a tree and leaves the rest pending. */
    public Object known(Object node) {
        if (node instanceof Text text) {
            return record(text).orElseGet(() -> plain(known(text)));
        }
        if (node instanceof List<?> list) {
            return list.stream().<Object>map(this::known).toList();
        }
        return node instanceof Map<?, ?> map ? map(map) : node;
    }

    private Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> filled = new LinkedHashMap<>();
        map.forEach((key, value) -> filled.put((String) key, known(value)));
        return filled;
    }

    private <T> T checked(T tree) throws StillPending {
        Set<OutputRef> missing = Holes.in((Object) tree);
        missing.removeIf(ref -> values.apply(ref).isPresent());
        if (!missing.isEmpty()) {
            throw new StillPending(missing);
        }
        return tree;
    }

    /** The value of a text that is nothing but an output whose value is no scalar. */
    private Optional<Object> record(Text text) {
        boolean alone = text.parts().size() == 1 && text.encoding() == Text.Encoding.PLAIN;
        return alone && text.parts().get(0) instanceof Text.Pending pending
                ? values.apply(pending.ref()).filter(Map.class::isInstance)
                : Optional.empty();
    }

    private Text.Part filled(Text.Pending pending) {
        return values.apply(pending.ref())
                .<Text.Part>map(value -> new Text.Literal(Escape.as(pending.escape(), text(value), formats)))
                .orElse(pending);
    }

    /** A text that holds nothing but characters is a plain string in a tree, as in a {@link Manifest}. */
    private static Object plain(Text text) {
        boolean plain = text.encoding() == Text.Encoding.PLAIN;
        return plain && text.literal().isPresent() ? text.literal().get() : text;
    }

    private static String text(Object value) {
        if (value instanceof Map || value instanceof List) {
            throw new IllegalArgumentException("an output that is no single value cannot stand inside a text");
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
