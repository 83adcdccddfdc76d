// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.expression.Evaluator;
import io.shakebook.engine.expression.Expression;
import io.shakebook.engine.expression.Template;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Typer;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks and evaluates scalars that hold expressions, before any cluster is asked. */
final class ScopeScalars {
    private final Map<String, Type> types;
    private final Value.Members values;
    private final boolean stepsKnown;
    private final ValueOrigins origins;
    private final Problems problems;

    /**
     * @param stepsKnown whether outputs of steps may be referred to
     * @param origins where it is noted what each scalar is made from
     */
    ScopeScalars(
            Map<String, Type> types,
            Value.Members values,
            boolean stepsKnown,
            ValueOrigins origins,
            Problems problems) {
        this.types = types;
        this.values = values;
        this.stepsKnown = stepsKnown;
        this.origins = origins;
        this.problems = problems;
    }

    /** As far as it is known. */
    Value value(Scalar scalar) {
        return typed(scalar)
                .map(template -> new Evaluator(values, problems).value(template))
                .orElse(Value.FAULTY);
    }

    /** Of the right type, but as if nothing were known: for steps that are left out. */
    Value unknown(Scalar scalar) {
        return typed(scalar)
                .map(template -> {
                    List<Value> pieces = new ArrayList<>();
                    template.pieces()
                            .forEach(piece -> pieces.add(
                                    piece instanceof Template.Hole hole
                                            ? new Value.Unknown(
                                                    new Typer(types, new Problems()).type(hole.expression()))
                                            : Value.of(((Template.Words) piece).text())));
                    return template.whole().isPresent() ? pieces.get(0) : (Value) new Value.Joined(pieces);
                })
                .orElse(Value.FAULTY);
    }

    /** The type of a bare expression; {@code ANY} if it is wrong. */
    Type type(Expression expression) {
        return stepsAllowed(expression) ? new Typer(types, problems).type(expression) : Type.Simple.ANY;
    }

    /** Empty if it is not known or wrong. */
    Optional<Boolean> condition(Expression expression) {
        int before = problems.reports();
        if (stepsAllowed(expression)) {
            new Typer(types, problems).condition(expression);
        }
        return problems.reports() > before ? Optional.empty() : new Evaluator(values, problems).condition(expression);
    }

    private Optional<Template> typed(Scalar scalar) {
        int before = problems.reports();
        Optional<Template> template = Template.parse(scalar, problems);
        template.ifPresent(parsed -> {
            origins.note(scalar, parsed);
            parsed.pieces().forEach(piece -> {
                if (piece instanceof Template.Hole hole) {
                    type(hole.expression());
                }
            });
        });
        return template.filter(parsed -> problems.reports() == before);
    }

    private boolean stepsAllowed(Expression expression) {
        int before = problems.reports();
        if (!stepsKnown) {
            Expression.paths(expression, path -> {
                if (path.root().equals("steps")) {
                    problems.error(
                            "output-not-known",
                            "outputs of steps are not known yet when this is decided",
                            path.at(),
                            "refer to a parameter or a fact; outputs can stand in the arguments of modules only");
                }
            });
        }
        return problems.reports() == before;
    }
}
