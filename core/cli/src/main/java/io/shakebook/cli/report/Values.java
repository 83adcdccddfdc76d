// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Side;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as people read them: secrets by number, pending parts by where they come from, the rest on one line. */
final class Values {
    private static final Pattern NOT_A_PLAIN_STRING =
            Pattern.compile("|true|false|null|~|[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?|\\s.*|.*\\s", Pattern.DOTALL);
    private static final int LONGEST = 600;
    private final List<String> secrets;

    /** @param secrets in the order of their numbers */
    Values(List<SecretRef> secrets) {
        this.secrets = secrets.stream().map(SecretRef::source).toList();
    }

    /** {@code before -> after}, or the one side that is there. */
    String change(Side before, Side after) {
        if (before instanceof Side.None) {
            return side(after);
        }
        return after instanceof Side.None ? side(before) : side(before) + " -> " + side(after);
    }

    String side(Side side) {
        if (side instanceof Side.Value value) {
            return value(value.value());
        }
        if (side instanceof Side.Masked masked) {
            return masked.equal() ? "(masked, equal)" : "(masked, another value)";
        }
        return side instanceof Side.Decided decided ? "decided by the server" + bound(decided.bound()) : "(none)";
    }

    String value(Object value) {
        if (value instanceof Text text) {
            return text.parts().stream().map(this::part).collect(Collectors.joining());
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> Escaped.of(String.valueOf(entry.getKey())) + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String string ? string(string) : String.valueOf(value);
    }

    private static String string(String string) {
        String shown = Escaped.of(string);
        if (shown.length() > LONGEST) {
            return shown.substring(0, LONGEST) + " ... (" + string.length() + " characters; --format json has all)";
        }
        return NOT_A_PLAIN_STRING.matcher(string).matches() ? "\"" + shown + "\"" : shown;
    }

    private String part(Text.Part part) {
        if (part instanceof Text.Secret secret) {
            return secret(secret.ref());
        }
        return part instanceof Text.Literal literal ? Escaped.of(literal.text()) : pending(((Text.Pending) part).ref());
    }

    String secret(SecretRef ref) {
        int at = secrets.indexOf(ref.source());
        return at < 0 ? "(secret " + Escaped.of(ref.of()) + ")" : "(#" + (at + 1) + ")";
    }

    /** Without its bound, which stands where the server decides the value. */
    private static String pending(OutputRef ref) {
        return Escaped.of("<" + ref.output() + ", known after " + ref.step() + ">");
    }

    private static String bound(String bound) {
        return bound.isEmpty() ? "" : " (" + Escaped.of(bound) + ")";
    }
}
