// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.expression.Expression;
import io.shakebook.engine.expression.Template;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.playbook.Parameter;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlNode.Sequence;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the parameters of a file have their values from, so that a mistake at a line that only names a parameter also
 * points at whoever gave the value. Nothing is looked up before there is a mistake. Not thread-safe.
 */
final class ValueOrigins {
    private final Function<String, List<String>> places;
    /** By identity: a diagnostic carries the very position of the scalar that it is about. */
    private final Map<Position, Template> evaluated = new IdentityHashMap<>();

    private ValueOrigins(Function<String, List<String>> places) {
        this.places = places;
    }

    /** Of the playbook that was asked for. */
    static ValueOrigins of(Map<String, Made.Parameter> made) {
        return new ValueOrigins(name -> {
            Made.Parameter parameter = made.get(name);
            if (parameter == null) {
                return List.of();
            }
            boolean typed = parameter.origin().equals(Made.COMMAND_LINE);
            return List.of(typed ? "-p " + name : "the " + parameter.origin());
        });
    }

    /** Of a file that is imported with these values. */
    ValueOrigins handedOver(List<Parameter> parameters, Mapping with) {
        return new ValueOrigins(name -> {
            Set<String> through = new LinkedHashSet<>();
            with.get(name).ifPresent(node -> {
                through(node, through);
                through.add((through.isEmpty() ? "" : "through ") + line(node));
            });
            if (through.isEmpty()) {
                parameters.stream()
                        .filter(parameter -> parameter.name().equals(name))
                        .flatMap(parameter -> parameter.defaultsTo().stream())
                        .forEach(node -> through.add("the playbook default at " + line(node)));
            }
            return List.copyOf(through);
        });
    }

    /** Notes what a scalar is made from. */
    void note(Scalar scalar, Template template) {
        evaluated.put(scalar.at(), template);
    }

    /** With who gave the value, if it is about a scalar that names parameters. */
    Diagnostic complete(Diagnostic diagnostic) {
        List<String> from = diagnostic.at().map(this::at).orElse(List.of());
        return from.isEmpty() ? diagnostic : diagnostic.from(from);
    }

    private void through(YamlNode node, Set<String> found) {
        if (node instanceof Scalar scalar) {
            found.addAll(at(scalar.at()));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> through(item, found));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> through(entry.value(), found));
        }
    }

    private List<String> at(Position position) {
        Template template = evaluated.get(position);
        Set<String> found = new LinkedHashSet<>();
        if (template != null) {
            template.pieces().forEach(piece -> {
                if (piece instanceof Template.Hole hole) {
                    Expression.paths(hole.expression(), path -> found.addAll(places.apply(path.root())));
                }
            });
        }
        return List.copyOf(found);
    }

    private static String line(YamlNode node) {
        return node.at().file() + ":" + node.at().line();
    }
}
