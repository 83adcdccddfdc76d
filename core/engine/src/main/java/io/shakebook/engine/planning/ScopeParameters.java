// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.binding.Binder;
import io.shakebook.engine.binding.BindingContext;
import io.shakebook.engine.binding.Bound;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordValues;
import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.playbook.Parameter;
import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.diagnostic.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gives parameters their values. */
final class ScopeParameters {
    private final Catalog catalog;
    private final ScopeTypes types;
    private final Inventory inventory;
    private final Problems problems;

    ScopeParameters(Catalog catalog, Inventory inventory, Problems problems) {
        this.catalog = catalog;
        this.types = new ScopeTypes(catalog);
        this.inventory = inventory;
        this.problems = problems;
    }

    /** What each parameter takes; wrong types are reported. */
    Map<String, Slot> slots(Playbook playbook) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        for (Parameter parameter : playbook.parameters()) {
            types.slot(parameter, problems).ifPresent(slot -> {
                slots.put(parameter.name(), slot);
                sides(parameter, types.of(slot));
            });
        }
        return slots;
    }

    private void sides(Parameter parameter, Type type) {
        for (Scalar side : parameter.mayBeDown()) {
            boolean site = type instanceof Type.Struct struct && struct.of(side.text()) instanceof Type.Struct;
            if (!site) {
                List<String> sites = type instanceof Type.Struct struct
                        ? struct.members().entrySet().stream()
                                .filter(one -> one.getValue().type() instanceof Type.Struct)
                                .map(Map.Entry::getKey)
                                .toList()
                        : List.of();
                problems.error(
                        "unknown-field",
                        "\"" + side.text() + "\" is no site of " + type.words(),
                        side.at(),
                        Nearest.remedy(side.text(), "sites", sites));
            }
        }
    }

    /** Values that are known when nobody gives any: the checked defaults. Those without one are not in the map. */
    Map<String, Value> defaults(Playbook playbook, Map<String, Slot> slots) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Parameter parameter : playbook.parameters()) {
            parameter.defaultsTo().ifPresent(node -> values.put(parameter.name(), literal(parameter, slots, node)));
        }
        return values;
    }

    /** A value that stands in a file or on the command line as it is. */
    Value literal(Parameter parameter, Map<String, Slot> slots, YamlNode node) {
        return bind(parameter, slots, Arg.of(node, this::noExpression), true, problems);
    }

    private Value noExpression(Scalar scalar) {
        problems.error(
                "no-expressions",
                "the value of a parameter cannot be an expression here",
                scalar.at(),
                "write the value itself; $${ stands for the characters ${ in a playbook");
        return Value.FAULTY;
    }

    /**
     * Values that an importing phase hands over, on top of the defaults.
     *
     * @param evaluators by parameter, so that it can be seen what each value is made from
     */
    Map<String, Value> handedOver(
            ScopeFile file,
            Mapping with,
            Position importAt,
            Function<String, Function<Scalar, Value>> evaluators,
            Problems found) {
        Playbook playbook = file.playbook();
        Map<String, Value> values = new LinkedHashMap<>(defaults(playbook, file.slots()));
        for (Entry entry : with.entries()) {
            Optional<Parameter> parameter = playbook.parameters().stream()
                    .filter(one -> one.name().equals(entry.name()))
                    .findFirst();
            if (parameter.isEmpty()) {
                unknown(playbook, entry.name(), Optional.of(entry.key().at()), values, found);
            }
            parameter.ifPresent(one -> values.put(
                    one.name(),
                    bind(one, file.slots(), Arg.of(entry.value(), evaluators.apply(one.name())), false, found)));
        }
        missing(
                playbook,
                values,
                "the import of \"" + playbook.name() + "\"",
                importAt,
                "write \"%s: …\" below \"with:\"",
                found);
        return values;
    }

    /** Reports a name that is no parameter; the one that was probably meant is not missed in addition. */
    void unknown(Playbook playbook, String name, Optional<Position> at, Map<String, Value> values, Problems found) {
        List<String> names = playbook.parameters().stream().map(Parameter::name).toList();
        String summary = "\"" + name + "\" is no parameter of \"" + playbook.name() + "\"";
        String remedy = Nearest.remedy(name, "parameters", names);
        found.add(new Diagnostic(Severity.ERROR, "unknown-parameter", summary, at, remedy));
        Nearest.to(name, names).ifPresent(near -> values.putIfAbsent(near, Value.FAULTY));
    }

    /** Reports parameters without a value, and puts a wrong one in their place. */
    void missing(
            Playbook playbook, Map<String, Value> values, String owner, Position at, String remedy, Problems found) {
        List<String> names = playbook.parameters().stream()
                .map(Parameter::name)
                .filter(name -> !values.containsKey(name))
                .toList();
        if (!names.isEmpty()) {
            found.error(
                    "missing-parameter",
                    owner + " needs the parameter" + (names.size() > 1 ? "s" : "") + " \""
                            + String.join("\", \"", names) + "\"",
                    at,
                    String.format(remedy, names.get(0)));
            names.forEach(name -> values.put(name, Value.FAULTY));
        }
    }

    private Value bind(Parameter parameter, Map<String, Slot> slots, Arg arg, boolean byName, Problems found) {
        Slot slot = slots.get(parameter.name());
        if (slot == null) {
            return Value.FAULTY;
        }
        BindingContext context = BindingContext.withoutFiles(catalog, inventory, byName, found);
        Bound bound = new Binder(context).value(parameter.name(), slot, arg);
        if (bound instanceof Bound.Open) {
            return new Value.Unknown(types.of(slot));
        }
        Value value = bound.done().map(RecordValues::of).orElse(Value.FAULTY);
        return oneOf(parameter, value, arg.at(), found) ? value : Value.FAULTY;
    }

    private static boolean oneOf(Parameter parameter, Value value, Position at, Problems found) {
        List<String> options = parameter.oneOf().stream().map(Scalar::text).toList();
        if (options.isEmpty()
                || !(value instanceof Value.Known known)
                || options.contains(String.valueOf(known.value()))) {
            return true;
        }
        found.error(
                "unknown-value",
                "\"" + parameter.name() + "\" must be one of " + String.join(", ", options) + ", but this is \""
                        + known.value() + "\"",
                at,
                Nearest.remedy(String.valueOf(known.value()), "values", options));
        return false;
    }
}
