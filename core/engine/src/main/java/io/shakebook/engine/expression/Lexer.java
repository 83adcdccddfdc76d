// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into words. */
final class Lexer {
    private static final Pattern WORD = Pattern.compile("(?<name>[A-Za-z_][A-Za-z0-9_-]*)"
            + "|(?<number>-?[0-9]+(\\.[0-9]+)?(?![A-Za-z0-9_]))"
            + "|\"(?<double>[^\"\\\\]*)\"|'(?<single>[^'\\\\]*)'"
            + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>.,()\\[\\]])");

    private Lexer() {}

    static List<Token> words(String text) throws Wrong {
        List<Token> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int at = 0;
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                words.add(new Token(Token.Kind.END, "", at, 1));
                return words;
            }
            if (!matcher.region(at, text.length()).lookingAt()) {
                throw unknown(text, at);
            }
            words.add(token(matcher, at));
            at = matcher.end();
        }
    }

    private static Token token(Matcher matcher, int at) throws Wrong {
        int length = matcher.end() - at;
        String text = matcher.group();
        if (matcher.group("name") != null) {
            return new Token(Token.Kind.NAME, text, at, length);
        }
        if (matcher.group("number") != null) {
            return new Token(Token.Kind.NUMBER, text, at, length);
        }
        if (matcher.group("sign") != null) {
            return new Token(Token.Kind.SIGN, checked(text, at), at, length);
        }
        return new Token(Token.Kind.TEXT, text.substring(1, length - 1), at, length);
    }

    private static String checked(String sign, int at) throws Wrong {
        switch (sign) {
            case "&&":
                throw new Wrong(at, 2, "\"&&\" is not an operator", "write \"and\"");
            case "||":
                throw new Wrong(at, 2, "\"||\" is not an operator", "write \"or\"");
            case "<=":
                throw new Wrong(at, 2, "\"<=\" is not an operator", "write \"not a > b\" for \"a <= b\"");
            case ">=":
                throw new Wrong(at, 2, "\">=\" is not an operator", "write \"not a < b\" for \"a >= b\"");
            default:
                return sign;
        }
    }

    private static Wrong unknown(String text, int at) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            boolean closed = text.indexOf(c, at + 1) > 0;
            return closed
                    ? new Wrong(at, 1, "a text in an expression cannot hold a backslash", "write it without one")
                    : new Wrong(at, 1, "the quote that opens here is not closed", "close the quote");
        }
        if ("+-*/%".indexOf(c) >= 0) {
            return new Wrong(
                    at,
                    1,
                    "expressions do not calculate: \"" + c + "\" is not an operator",
                    "let a parameter or a look-up give the value; put ${…} parts together to join texts");
        }
        String remedy = c == '='
                ? "write \"==\" to compare"
                : c == '!' ? "write \"not\"" : "operators: == != < > in and or not";
        return new Wrong(
                at,
                1,
                "\"" + text.substring(at, text.offsetByCodePoints(at, 1)) + "\" cannot stand in an expression",
                remedy);
    }
}
