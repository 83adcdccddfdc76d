// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlNode.Sequence;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.function.Function;

/** A value from a file on its way into a record: evaluated, but not yet of the record's type. */
public sealed interface Arg {

    Position at();

    /**
     * A value in one piece.
     *
     * @param literal whether it stands in the file as it is, so that its spelling counts
     * @param written as it stands in the file, for messages
     */
    record Leaf(Position at, Value value, boolean literal, String written) implements Arg {}

    /** A list. */
    record Items(Position at, List<Arg> items) implements Arg {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A map. */
    record Fields(Position at, List<Field> fields) implements Arg {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** A key and its value. */
    record Field(Position keyAt, String name, Arg value) {}

    /** @param evaluate gives the value of each scalar that holds an expression */
    static Arg of(YamlNode node, Function<Scalar, Value> evaluate) {
        if (node instanceof Mapping mapping) {
            return fields(mapping, evaluate);
        }
        if (node instanceof Sequence sequence) {
            return new Items(
                    node.at(),
                    sequence.items().stream().map(item -> of(item, evaluate)).toList());
        }
        return node instanceof Scalar scalar ? leaf(scalar, evaluate) : new Leaf(node.at(), Value.FAULTY, true, "");
    }

    static Fields fields(Mapping mapping, Function<Scalar, Value> evaluate) {
        return new Fields(
                mapping.at(),
                mapping.entries().stream()
                        .map(entry -> new Field(entry.key().at(), entry.name(), of(entry.value(), evaluate)))
                        .toList());
    }

    private static Leaf leaf(Scalar scalar, Function<Scalar, Value> evaluate) {
        boolean expression =
                scalar.value().orElse(0L) instanceof String && scalar.text().contains("${");
        if (expression) {
            return new Leaf(scalar.at(), evaluate.apply(scalar), false, scalar.text());
        }
        Value value = scalar.value().<Value>map(Value::of).orElse(new Value.Absent("nothing is written here"));
        return new Leaf(scalar.at(), value, true, scalar.text());
    }
}
