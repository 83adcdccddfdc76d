// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import io.shakebook.engine.expression.Expression.Operator;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operator-precedence parser for expressions. Depth and length are limited, so that no text can exhaust the stack. */
public final class ExpressionParser {
    private static final int DEEPEST = 50;
    private static final int LONGEST = 2000;
    private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "true", "false");

    private final Locator locator;
    private final List<Token> words;
    private int next;
    private int depth;

    /** Finds the place of some characters of an expression; offset and length in chars. */
    @FunctionalInterface
    public interface Locator {
        Position at(int offset, int length);
    }

    private ExpressionParser(Locator locator, List<Token> words) {
        this.locator = locator;
        this.words = words;
    }

    /** @return empty if it is wrong; why was reported then */
    public static Optional<Expression> parse(String text, Locator locator, Problems problems) {
        try {
            if (text.length() > LONGEST) {
                throw new Wrong(0, 1, "an expression has at most " + LONGEST + " characters", "make it shorter");
            }
            ExpressionParser parser = new ExpressionParser(locator, Lexer.words(text));
            Expression expression = parser.expression(0);
            parser.end();
            return Optional.of(expression);
        } catch (Wrong wrong) {
            problems.error("expression-syntax", wrong.what(), locator.at(wrong.from(), wrong.length()), wrong.remedy());
            return Optional.empty();
        }
    }

    private Expression expression(int binding) throws Wrong {
        if (++depth > DEEPEST) {
            throw new Wrong(peek(), "the expression is nested more than " + DEEPEST + " deep", "make it flatter");
        }
        Expression left = prefix();
        for (Optional<Operator> found = operator();
                found.isPresent() && found.get().binding() > binding;
                found = operator()) {
            Token sign = take();
            Expression right = expression(found.get().binding());
            left = new Expression.Binary(at(sign), found.get(), left, right);
            if (found.get().binding() == Operator.EQUAL.binding()
                    && operator()
                            .filter(another -> another.binding() == Operator.EQUAL.binding())
                            .isPresent()) {
                throw new Wrong(peek(), "comparisons cannot be chained", "put \"and\" between two comparisons");
            }
        }
        depth--;
        return left;
    }

    private Expression prefix() throws Wrong {
        Token token = take();
        if (token.kind() == Token.Kind.TEXT) {
            return new Expression.Constant(at(token), token.text());
        }
        if (token.kind() == Token.Kind.NUMBER) {
            return new Expression.Constant(at(token), number(token));
        }
        if (token.is("(")) {
            Expression inner = expression(0);
            expect(")", token);
            return inner;
        }
        if (token.is("not")) {
            return new Expression.Not(at(token), expression(3));
        }
        if (token.is("true") || token.is("false")) {
            return new Expression.Constant(at(token), token.is("true"));
        }
        if (token.kind() != Token.Kind.NAME || WORDS.contains(token.text())) {
            throw new Wrong(token, "a value is missing before " + token.shown(), "write a name such as source.port");
        }
        return peek().is("(") ? call(token) : path(token);
    }

    private static Object number(Token token) throws Wrong {
        try {
            return token.text().contains(".") ? (Object) new BigDecimal(token.text()) : Long.valueOf(token.text());
        } catch (NumberFormatException tooLarge) {
            throw new Wrong(token, "the number is too large", "write a smaller one");
        }
    }

    private Expression call(Token name) throws Wrong {
        Token open = take();
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(expression(0));
            while (peek().is(",")) {
                take();
                arguments.add(expression(0));
            }
        }
        expect(")", open);
        if (name.is("first") && arguments.size() >= 2) {
            return new Expression.First(at(name), arguments);
        }
        if (name.is("has") && arguments.size() == 1 && arguments.get(0) instanceof Expression.Path) {
            return new Expression.Has(at(name), arguments.get(0));
        }
        boolean known = name.is("first") || name.is("has");
        throw new Wrong(
                name,
                known ? "\"" + name.text() + "\" has other arguments" : "there is no function \"" + name.text() + "\"",
                "functions: has(x), first(a, b, …)");
    }

    private Expression path(Token root) throws Wrong {
        List<Access> accesses = new ArrayList<>();
        while (peek().is(".") || peek().is("[")) {
            Token sign = take();
            if (sign.is(".")) {
                Token name = take();
                if (name.kind() != Token.Kind.NAME) {
                    throw new Wrong(name, "a name is missing before " + name.shown(), "write a name after the \".\"");
                }
                accesses.add(new Access.Field(at(name), name.text()));
            } else {
                Token first = peek();
                Expression key = expression(0);
                expect("]", sign);
                if (!(key instanceof Expression.Path) && !(key instanceof Expression.Constant)) {
                    throw new Wrong(first, "this cannot be a key", "write the name of a for-each, or a quoted text");
                }
                accesses.add(new Access.Index(key.at(), key));
            }
        }
        return new Expression.Path(at(root), root.text(), accesses);
    }

    private Optional<Operator> operator() {
        for (Operator operator : Operator.values()) {
            if (peek().is(operator.sign())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private void end() throws Wrong {
        if (peek().kind() != Token.Kind.END) {
            throw new Wrong(peek(), peek().shown() + " cannot stand here", "put an operator or a comma before it");
        }
    }

    private void expect(String sign, Token open) throws Wrong {
        if (!peek().is(sign)) {
            throw new Wrong(open, "the " + open.shown() + " that opens here is not closed", "write \"" + sign + "\"");
        }
        take();
    }

    private Token peek() {
        return words.get(next);
    }

    private Token take() {
        Token token = words.get(next);
        next = Math.min(next + 1, words.size() - 1);
        return token;
    }

    private Position at(Token token) {
        return locator.at(token.from(), token.length());
    }
}
