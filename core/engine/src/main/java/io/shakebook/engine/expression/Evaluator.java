// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import io.shakebook.engine.expression.Expression.Operator;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates expressions that were typed before. */
public final class Evaluator {
    private static final String WHEN_KNOWN =
            "decide by what is known while planning: a parameter, or a fact; what is measured later is a gate";

    private final Value.Members roots;
    private final Problems problems;

    /** @param roots the values of the names that an expression can start with */
    public Evaluator(Value.Members roots, Problems problems) {
        this.roots = roots;
        this.problems = problems;
    }

    /** The scalar's value: of its type if it is one expression, which may be absent; otherwise a text. */
    public Value value(Template template) {
        Optional<Expression> whole = template.whole();
        if (whole.isPresent()) {
            return value(whole.get());
        }
        List<Value> pieces = new ArrayList<>();
        for (Template.Piece piece : template.pieces()) {
            Value value =
                    piece instanceof Template.Hole hole ? inText(hole) : Value.of(((Template.Words) piece).text());
            pieces.add(value);
        }
        boolean literal = pieces.stream()
                .allMatch(piece -> piece instanceof Value.Known known && known.value() instanceof String);
        return pieces.stream().anyMatch(Value.Faulty.class::isInstance)
                ? Value.FAULTY
                : literal
                        ? Value.of(String.join(
                                "",
                                pieces.stream()
                                        .map(piece -> (String) ((Value.Known) piece).value())
                                        .toList()))
                        : new Value.Joined(pieces);
    }

    /** The value; it is a mistake if there is none. */
    public Value present(Expression expression) {
        Value value = value(expression);
        if (value instanceof Value.Absent absent) {
            problems.error(
                    "no-value",
                    absent.why(),
                    expression.at(),
                    "give it a value, or say what to do without: first(…, …), or when: has(…)");
            return Value.FAULTY;
        }
        return value;
    }

    /** Empty if it is not known yet or a mistake was reported. */
    public Optional<Boolean> condition(Expression expression) {
        Value value = decided(expression);
        return value instanceof Value.Known known && known.value() instanceof Boolean is
                ? Optional.of(is)
                : Optional.empty();
    }

    private Value inText(Template.Hole hole) {
        Value value = present(hole.expression());
        if (value instanceof Value.Known known) {
            return Scalars.text(known.value()).<Value>map(Value::of).orElse(value);
        }
        boolean fits = value instanceof Value.Pending
                || value instanceof Value.Faulty
                || value instanceof Value.Unknown unknown && unknown.type() instanceof Type.Simple;
        if (!fits) {
            problems.error(
                    "wrong-type",
                    "\"" + hole.source() + "\" is no single value and cannot stand in a text",
                    hole.expression().at(),
                    "name one of its fields");
        }
        return fits ? value : Value.FAULTY;
    }

    private Value value(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return Value.of(constant.value());
        }
        if (expression instanceof Expression.Path path) {
            return path(path);
        }
        if (expression instanceof Expression.Has has) {
            Value value = value(has.path());
            return value instanceof Value.Unknown
                    ? unknownBoolean()
                    : value instanceof Value.Faulty ? value : Value.of(!(value instanceof Value.Absent));
        }
        if (expression instanceof Expression.First first) {
            return first(first);
        }
        if (expression instanceof Expression.Not not) {
            return condition(not.operand()).<Value>map(is -> Value.of(!is)).orElseGet(Evaluator::unknownBoolean);
        }
        return binary((Expression.Binary) expression);
    }

    private Value path(Expression.Path path) {
        Value at = roots.get(path.root());
        StringBuilder so = new StringBuilder(path.root());
        for (Access access : path.accesses()) {
            if (access instanceof Access.Field field) {
                so.append('.').append(field.name());
                at = Values.field(at, field.name());
            } else {
                Access.Index index = (Access.Index) access;
                Optional<String> key = Values.key(present(index.key()));
                so.append('[').append(key.orElse("…")).append(']');
                at = key.isPresent() ? indexed(at, key.get(), so.toString(), index.at()) : Values.anyRow(at);
            }
            if (at instanceof Value.Absent absent) {
                return absent.why().isEmpty() ? new Value.Absent("\"" + so + "\" has no value") : absent;
            }
        }
        return at;
    }

    private Value indexed(Value value, String key, String so, Position at) {
        if (value instanceof Value.Table table && !table.keys().contains(key)) {
            problems.error(
                    "unknown-row",
                    "there is no row \"" + key + "\" for \"" + so + "\"",
                    at,
                    "iterate the same rows as the other step"
                            + (table.keys().isEmpty() ? "" : "; its rows: " + String.join(", ", table.keys())));
            return Value.FAULTY;
        }
        return Values.at(value, key);
    }

    private Value first(Expression.First first) {
        Value last = new Value.Absent("");
        for (Expression choice : first.choices()) {
            last = value(choice);
            if (!(last instanceof Value.Absent)) {
                return last;
            }
        }
        return new Value.Absent("none of the values in first(…) is there");
    }

    private Value binary(Expression.Binary binary) {
        Operator operator = binary.operator();
        if (operator == Operator.AND || operator == Operator.OR) {
            boolean decides = operator == Operator.OR;
            Optional<Boolean> left = condition(binary.left());
            if (left.isPresent() && left.get() == decides) {
                return Value.of(decides);
            }
            Optional<Boolean> right = condition(binary.right());
            if (right.isPresent() && right.get() == decides) {
                return Value.of(decides);
            }
            return left.isPresent() && right.isPresent() ? Value.of(!decides) : unknownBoolean();
        }
        Value left = decided(binary.left());
        Value right = decided(binary.right());
        if (operator == Operator.IN) {
            return Values.in(left, right).<Value>map(Value::of).orElseGet(Evaluator::unknownBoolean);
        }
        return left instanceof Value.Known one && right instanceof Value.Known other
                ? Value.of(holds(operator, one.value(), other.value()))
                : unknownBoolean();
    }

    private Value decided(Expression expression) {
        Value value = present(expression);
        if (value instanceof Value.Pending pending) {
            problems.error(
                    "pending-value",
                    "this is known only after the step " + pending.ref().step()
                            + " was carried out, so nothing can be decided by it",
                    expression.at(),
                    WHEN_KNOWN);
            return Value.FAULTY;
        }
        return value;
    }

    private static boolean holds(Operator operator, Object one, Object other) {
        if (operator == Operator.EQUAL || operator == Operator.UNEQUAL) {
            return Values.same(one, other) == (operator == Operator.EQUAL);
        }
        int order = one instanceof Duration duration && other instanceof Duration another
                ? duration.compareTo(another)
                : new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
        return operator == Operator.LESS ? order < 0 : order > 0;
    }

    private static Value unknownBoolean() {
        return new Value.Unknown(Type.Simple.BOOLEAN);
    }
}
