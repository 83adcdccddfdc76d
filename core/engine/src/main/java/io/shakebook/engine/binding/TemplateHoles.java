// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands words of letters and digits in for the secret and pending parts of a file while a format writes it. */
final class TemplateHoles {
    private final String format;
    private final String word;
    private final Map<String, Text.Part> parts = new LinkedHashMap<>();
    private boolean open;

    /**
     * @param taken everything that may stand in the file, so that no placeholder does
     * @param format whose escaping the parts get
     */
    TemplateHoles(String taken, String format) {
        this.format = format;
        StringBuilder unused = new StringBuilder("hole");
        while (taken.contains(unused)) {
            unused.append('x');
        }
        this.word = unused.toString();
    }

    /** What to set: a literal as it is, or a text that holds placeholders; empty if it is no single value. */
    Optional<Object> placeholder(Arg arg) {
        if (!(arg instanceof Arg.Leaf leaf)) {
            return Optional.empty();
        }
        Value value = leaf.value();
        if (value instanceof Value.Known known && !(known.value() instanceof SecretRef)) {
            return known.value() instanceof Duration ? Optional.empty() : Optional.of(known.value());
        }
        if (value instanceof Value.Unknown unknown) {
            open = true;
            return sample(unknown.type());
        }
        if (Texts.of(value).isEmpty()) {
            open = true;
            return Texts.open(value) ? Optional.of("a") : Optional.empty();
        }
        return Texts.of(value).map(this::withPlaceholders);
    }

    /** Whether something is not known yet, so that the result is a trial only. */
    boolean open() {
        return open;
    }

    /** The written file with its parts in place again. */
    Text filled(String written) {
        List<Text.Part> filled = new ArrayList<>();
        int from = 0;
        while (true) {
            int at = written.indexOf(word, from);
            int end = at < 0 ? -1 : written.indexOf('z', at);
            Text.Part part = end < 0 ? null : parts.get(written.substring(at, end + 1));
            filled.add(new Text.Literal(written.substring(from, part == null ? written.length() : at)));
            if (part == null) {
                return Text.of(filled);
            }
            filled.add(part);
            from = end + 1;
        }
    }

    private String withPlaceholders(Text text) {
        StringBuilder written = new StringBuilder();
        for (Text.Part part : text.parts()) {
            if (part instanceof Text.Literal literal) {
                written.append(literal.text());
            } else {
                String placeholder = word + parts.size() + "z";
                parts.put(placeholder, escaped(part));
                written.append(placeholder);
            }
        }
        return written.toString();
    }

    private Text.Part escaped(Text.Part part) {
        return part instanceof Text.Secret secret
                ? new Text.Secret(secret.ref(), format)
                : new Text.Pending(((Text.Pending) part).ref(), format);
    }

    private static Optional<Object> sample(Type type) {
        if (!(type instanceof Type.Simple simple)) {
            return Optional.empty();
        }
        switch (simple) {
            case INTEGER:
            case BYTES:
                return Optional.of(1L);
            case NUMBER:
                return Optional.of(new BigDecimal("1.0"));
            case BOOLEAN:
                return Optional.of(true);
            case DURATION:
                return Optional.empty();
            default:
                return Optional.of("a");
        }
    }
}
