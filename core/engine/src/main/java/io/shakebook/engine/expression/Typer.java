// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import io.shakebook.engine.expression.Expression.Operator;
import io.shakebook.engine.expression.Type.Member;
import io.shakebook.engine.expression.Type.Simple;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Position;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** Finds the type of an expression, and every name in it that does not exist. */
public final class Typer {
    private static final Set<Type> ORDERED = Set.of(Simple.INTEGER, Simple.NUMBER, Simple.DURATION, Simple.BYTES);

    private final Map<String, Type> roots;
    private final Problems problems;

    /** @param roots the names that an expression can start with */
    public Typer(Map<String, Type> roots, Problems problems) {
        this.roots = roots;
        this.problems = problems;
    }

    /** The type; {@link Simple#ANY} if a mistake was reported. */
    public Type type(Expression expression) {
        return member(expression).type();
    }

    /** Reports it if the expression is no boolean. */
    public void condition(Expression expression) {
        Type type = type(expression);
        if (type != Simple.BOOLEAN && type != Simple.ANY) {
            problems.error(
                    "not-a-condition",
                    "a condition must be true or false, and this is " + type.words(),
                    expression.at(),
                    "compare it with ==, or ask has(…)");
        }
    }

    private Member member(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return new Member(constant(constant.value()), false);
        }
        if (expression instanceof Expression.Path path) {
            return path(path);
        }
        if (expression instanceof Expression.Has has) {
            type(has.path());
            return new Member(Simple.BOOLEAN, false);
        }
        if (expression instanceof Expression.First first) {
            return first(first);
        }
        if (expression instanceof Expression.Not not) {
            condition(not.operand());
            return new Member(Simple.BOOLEAN, false);
        }
        return binary((Expression.Binary) expression);
    }

    private static Type constant(Object value) {
        if (value instanceof Long) {
            return Simple.INTEGER;
        }
        if (value instanceof BigDecimal) {
            return Simple.NUMBER;
        }
        return value instanceof Boolean ? Simple.BOOLEAN : Simple.STRING;
    }

    private Member path(Expression.Path path) {
        Type root = roots.get(path.root());
        if (root == null) {
            return unknownRoot(path);
        }
        Member at = new Member(root, false);
        String so = path.root();
        for (Access access : path.accesses()) {
            Member next = access instanceof Access.Field field
                    ? field(at.type(), field, so)
                    : index(at.type(), (Access.Index) access, so);
            at = new Member(next.type(), at.optional() || next.optional());
            so += access instanceof Access.Field field ? "." + field.name() : "[…]";
        }
        return at;
    }

    private Member unknownRoot(Expression.Path path) {
        for (String group : new String[] {"facts", "steps"}) {
            if (roots.get(group) instanceof Type.Struct struct
                    && struct.members().containsKey(path.root())) {
                return wrong(
                        "unknown-name",
                        "nothing here is called \"" + path.root() + "\"",
                        path.at(),
                        "write " + group + "." + path.root());
            }
        }
        return wrong(
                "unknown-name",
                "nothing here is called \"" + path.root() + "\"",
                path.at(),
                Nearest.to(path.root(), roots.keySet()).isPresent()
                                || !path.accesses().isEmpty()
                        ? Nearest.remedy(path.root(), "names", roots.keySet())
                        : "quote it if it is a text: \"" + path.root() + "\"; "
                                + Nearest.remedy(path.root(), "names", roots.keySet()));
    }

    private Member field(Type type, Access.Field field, String so) {
        if (type == Simple.ANY) {
            return new Member(Simple.ANY, false);
        }
        if (type instanceof Type.Rows rows) {
            return wrong(
                    "row-missing",
                    "\"" + so + "\" has several rows, and no row is named",
                    field.at(),
                    "write " + so + "[row]." + field.name() + ", where row is the name of a for-each");
        }
        if (!(type instanceof Type.Struct struct)) {
            return wrong(
                    "no-fields",
                    "\"" + so + "\" is " + type.words() + ", which has no fields",
                    field.at(),
                    type instanceof Type.MapOf
                            ? "write " + so + "[\"" + field.name() + "\"]"
                            : "end the path before it");
        }
        Member member = struct.members().get(field.name());
        return member != null
                ? member
                : wrong(
                        "unknown-" + struct.word(),
                        struct.owner() + " has no " + struct.word() + " \"" + field.name() + "\"",
                        field.at(),
                        Nearest.remedy(
                                field.name(),
                                struct.word() + "s",
                                struct.members().keySet()));
    }

    private Member index(Type type, Access.Index index, String so) {
        Type key = type(index.key());
        boolean row = key instanceof Type.Struct struct && struct.row();
        if (type == Simple.ANY || key == Simple.ANY) {
            return new Member(Simple.ANY, false);
        }
        if (!row && key != Simple.STRING && key != Simple.INTEGER) {
            return wrong(
                    "wrong-key",
                    key.words() + " cannot be a key",
                    index.at(),
                    "write the name of a for-each, or a quoted text");
        }
        if (type instanceof Type.Rows rows) {
            return new Member(rows.row().asRow(), false);
        }
        if (type instanceof Type.MapOf map && !row) {
            return new Member(map.value(), true);
        }
        if (type instanceof Type.ListOf list && key == Simple.INTEGER) {
            return new Member(list.item(), true);
        }
        return wrong("no-rows", "\"" + so + "\" has no rows or keys", index.at(), "write it without [ ]");
    }

    private Member first(Expression.First first) {
        boolean optional = true;
        Type common = Simple.ANY;
        for (Expression choice : first.choices()) {
            Member member = member(choice);
            if (common == Simple.ANY || secretOrText(common, member.type())) {
                common = common == Simple.SECRET ? common : member.type();
            } else if (!comparable(common, member.type())) {
                return wrong(
                        "wrong-type",
                        "first(...) must give one type, but this is "
                                + member.type().words() + " and the one before is " + common.words(),
                        choice.at(),
                        "give values of one type");
            }
            optional &= member.optional();
        }
        return new Member(common, optional);
    }

    /** A password or none: what may be secret counts as secret, whatever it turns out to be. */
    private static boolean secretOrText(Type one, Type other) {
        return (one == Simple.SECRET && other == Simple.STRING) || (one == Simple.STRING && other == Simple.SECRET);
    }

    private Member binary(Expression.Binary binary) {
        Operator operator = binary.operator();
        Member result = new Member(Simple.BOOLEAN, false);
        if (operator == Operator.AND || operator == Operator.OR) {
            condition(binary.left());
            condition(binary.right());
            return result;
        }
        Type left = type(binary.left());
        Type right = type(binary.right());
        if (left == Simple.ANY || right == Simple.ANY) {
            return result;
        }
        if (operator == Operator.IN) {
            boolean fits = right instanceof Type.ListOf list
                    ? comparable(left, list.item())
                    : left == Simple.STRING && (right instanceof Type.MapOf || right instanceof Type.Rows);
            return fits
                    ? result
                    : wrong(
                            "wrong-type",
                            left.words() + " cannot be in " + right.words(),
                            binary.at(),
                            "compare with a list of such values");
        }
        if (!comparable(left, right) || !(left instanceof Simple) || left == Simple.SECRET) {
            return wrong(
                    "wrong-type",
                    left.words() + " cannot be compared with " + right.words(),
                    binary.at(),
                    left == Simple.STRING || right == Simple.STRING
                            ? "quote a text: \"…\""
                            : "compare values of one type");
        }
        if (operator != Operator.EQUAL && operator != Operator.UNEQUAL && !ORDERED.contains(left)) {
            return wrong("wrong-type", left.words() + " has no order", binary.at(), "compare with == or !=");
        }
        return result;
    }

    private static boolean comparable(Type one, Type other) {
        if (one == Simple.ANY || other == Simple.ANY) {
            return true;
        }
        if (one instanceof Type.Struct struct && other instanceof Type.Struct another) {
            return struct.identity().equals(another.identity());
        }
        if (one.equals(other)) {
            return true;
        }
        Set<Type> numbers = Set.of(Simple.INTEGER, Simple.NUMBER, Simple.BYTES);
        return numbers.contains(one) && numbers.contains(other);
    }

    private Member wrong(String code, String summary, Position at, String remedy) {
        problems.error(code, summary, at, remedy);
        return new Member(Simple.ANY, false);
    }
}
