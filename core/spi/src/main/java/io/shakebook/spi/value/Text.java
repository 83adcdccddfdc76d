// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.value;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of literal, secret and pending parts, in order. Neighbouring literals are joined and empty ones dropped, so
 * that equal texts are equal records.
 *
 * @param encoding how the whole text is encoded when it is written, after its holes are filled
 */
public record Text(List<Part> parts, Encoding encoding) {

    /** How a text is encoded when it is written. */
    public enum Encoding {
        PLAIN,
        BASE64
    }

    /** One piece of a text. */
    public sealed interface Part {}

    /** Characters that are known and may be shown. */
    public record Literal(String text) implements Part {
        public Literal {
            requireNonNull(text, "text");
        }
    }

    /**
     * A secret's value, opened only by the compare and by the writer.
     *
     * @param escape name of the file format whose quoted-string escaping is applied to the value ({@code toml}), or empty
     */
    public record Secret(SecretRef ref, String escape) implements Part {
        public Secret {
            requireNonNull(ref, "ref");
            requireNonNull(escape, "escape");
        }
    }

    /**
     * An output of an earlier step, known after it.
     *
     * @param escape name of the file format whose quoted-string escaping is applied to the value, or empty
     */
    public record Pending(OutputRef ref, String escape) implements Part {
        public Pending {
            requireNonNull(ref, "ref");
            requireNonNull(escape, "escape");
        }
    }

    public static final Text EMPTY = new Text(List.of(), Encoding.PLAIN);

    public Text {
        parts = joined(parts);
        requireNonNull(encoding, "encoding");
    }

    public static Text of(String literal) {
        return new Text(List.of(new Literal(literal)), Encoding.PLAIN);
    }

    public static Text secret(SecretRef ref) {
        return new Text(List.of(new Secret(ref, "")), Encoding.PLAIN);
    }

    public static Text pending(OutputRef ref) {
        return new Text(List.of(new Pending(ref, "")), Encoding.PLAIN);
    }

    public static Text of(List<Part> parts) {
        return new Text(parts, Encoding.PLAIN);
    }

    /** This text followed by the parts of the other one; the encoding stays. */
    public Text plus(Text other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new Text(all, encoding);
    }

    /** The same parts, written in base64, as values of a Secret's {@code data} are. */
    public Text inBase64() {
        return new Text(parts, Encoding.BASE64);
    }

    /** The characters if every part is literal, not encoded; empty otherwise. */
    public Optional<String> literal() {
        if (parts.isEmpty()) {
            return Optional.of("");
        }
        return parts.size() == 1 && parts.get(0) instanceof Literal only ? Optional.of(only.text()) : Optional.empty();
    }

    public boolean holdsSecret() {
        return parts.stream().anyMatch(Secret.class::isInstance);
    }

    public boolean holdsPending() {
        return parts.stream().anyMatch(Pending.class::isInstance);
    }

    /** For people: holes are named, never filled. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder();
        for (Part part : parts) {
            shown.append(shown(part));
        }
        return shown.toString();
    }

    private static String shown(Part part) {
        if (part instanceof Literal literal) {
            return literal.text();
        }
        return part instanceof Secret secret
                ? secret.ref().toString()
                : "<" + ((Pending) part).ref().output() + ", known after "
                        + ((Pending) part).ref().step() + ">";
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            boolean literal = part instanceof Literal;
            if (literal && ((Literal) part).text().isEmpty()) {
                continue;
            }
            Part last = joined.isEmpty() ? part : joined.get(joined.size() - 1);
            if (literal && !joined.isEmpty() && last instanceof Literal before) {
                joined.set(joined.size() - 1, new Literal(before.text() + ((Literal) part).text()));
            } else {
                joined.add(part);
            }
        }
        return List.copyOf(joined);
    }
}
