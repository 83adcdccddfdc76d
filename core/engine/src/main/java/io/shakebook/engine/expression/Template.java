// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scalar of a playbook: plain text and <code>${…}</code> in any order; <code>$${</code> stands for <code>${</code>. */
public record Template(List<Piece> pieces) {

    /** Text, or an expression in it. */
    public sealed interface Piece {}

    /** Text as it is. */
    public record Words(String text) implements Piece {}

    /** An expression. @param source as it is written, without the braces */
    public record Hole(Expression expression, String source) implements Piece {}

    public Template {
        pieces = List.copyOf(pieces);
    }

    /** The expression, if the scalar is one expression and nothing else. */
    public Optional<Expression> whole() {
        return pieces.size() == 1 && pieces.get(0) instanceof Hole hole
                ? Optional.of(hole.expression())
                : Optional.empty();
    }

    /** Whether a scalar holds anything to be evaluated or unescaped. */
    public static boolean in(Scalar scalar) {
        return scalar.value().orElse(0L) instanceof String && scalar.text().contains("${");
    }

    /** @return empty if it is wrong; why was reported then, for each expression in it */
    public static Optional<Template> parse(Scalar scalar, Problems problems) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        String text = scalar.text();
        boolean wrong = false;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                words.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                int end = closing(text, at + 2);
                if (end < 0) {
                    problems.error(
                            "unclosed-expression",
                            "the \"${\" that opens here is not closed",
                            scalar.at(at, 2),
                            "write \"}\" after the expression, or $${ for the characters ${ themselves");
                    return Optional.empty();
                }
                wrong |= !hole(scalar, at + 2, end, words, pieces, problems);
                at = end + 1;
            } else {
                words.append(text.charAt(at++));
            }
        }
        flush(words, pieces);
        return wrong ? Optional.empty() : Optional.of(new Template(pieces));
    }

    private static boolean hole(
            Scalar scalar, int from, int end, StringBuilder words, List<Piece> pieces, Problems problems) {
        String source = scalar.text().substring(from, end);
        flush(words, pieces);
        Optional<Expression> parsed =
                ExpressionParser.parse(source, (offset, length) -> scalar.at(from + offset, length), problems);
        parsed.ifPresent(expression -> pieces.add(new Hole(expression, source.strip())));
        return parsed.isPresent();
    }

    private static void flush(StringBuilder words, List<Piece> pieces) {
        if (words.length() > 0) {
            pieces.add(new Words(words.toString()));
            words.setLength(0);
        }
    }

    /** The brace that closes; those in quotes do not count. */
    private static int closing(String text, int from) {
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                return at;
            } else if (text.startsWith("${", at)) {
                return -1;
            }
        }
        return -1;
    }
}
