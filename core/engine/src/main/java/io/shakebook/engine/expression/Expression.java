// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A parsed expression; each part knows its place in the file. */
public sealed interface Expression {

    Position at();

    /** A constant: String, Long, BigDecimal or Boolean. */
    record Constant(Position at, Object value) implements Expression {}

    /** {@code root.field[key]…}. */
    record Path(Position at, String root, List<Access> accesses) implements Expression {
        public Path {
            accesses = List.copyOf(accesses);
        }

        /** The name after the first dot, if there is one: {@code shards} of {@code facts.shards.key}. */
        public Optional<Access.Field> first() {
            return accesses.isEmpty() || !(accesses.get(0) instanceof Access.Field field)
                    ? Optional.empty()
                    : Optional.of(field);
        }
    }

    /** {@code has(path)}. */
    record Has(Position at, Expression path) implements Expression {}

    /** {@code first(a, b, …)}: the first that there is. */
    record First(Position at, List<Expression> choices) implements Expression {
        public First {
            choices = List.copyOf(choices);
        }
    }

    /** Two sides and what is between them. */
    record Binary(Position at, Operator operator, Expression left, Expression right) implements Expression {}

    /** {@code not x}. */
    record Not(Position at, Expression operand) implements Expression {}

    /** What can stand between two sides. */
    enum Operator {
        OR("or", 1),
        AND("and", 2),
        EQUAL("==", 4),
        UNEQUAL("!=", 4),
        LESS("<", 4),
        GREATER(">", 4),
        IN("in", 4);

        private final String sign;
        private final int binding;

        Operator(String sign, int binding) {
            this.sign = sign;
            this.binding = binding;
        }

        public String sign() {
            return sign;
        }

        int binding() {
            return binding;
        }
    }

    /** Visits every path in an expression, also those in brackets. */
    static void paths(Expression expression, Consumer<Path> visitor) {
        if (expression instanceof Path path) {
            visitor.accept(path);
            path.accesses().forEach(access -> {
                if (access instanceof Access.Index index) {
                    paths(index.key(), visitor);
                }
            });
        } else if (expression instanceof Has has) {
            paths(has.path(), visitor);
        } else if (expression instanceof First first) {
            first.choices().forEach(choice -> paths(choice, visitor));
        } else if (expression instanceof Binary binary) {
            paths(binary.left(), visitor);
            paths(binary.right(), visitor);
        } else if (expression instanceof Not not) {
            paths(not.operand(), visitor);
        }
    }
}
