// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.playbook.Parameter;
import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what the parameters of a playbook are with an inventory; its steps are not looked at. */
public final class ParameterReader {
    private final Catalog catalog;

    public ParameterReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The parameters of one playbook, in the order of its file. */
    public record Parameters(String playbook, List<Read> all) {
        public Parameters {
            all = List.copyOf(all);
        }

        public Optional<Read> named(String name) {
            return all.stream().filter(one -> one.name().equals(name)).findFirst();
        }
    }

    /**
     * One parameter.
     *
     * @param type as written: {@code list of string}
     * @param takes what its type is, unless the type is wrong
     * @param defaultsTo what the playbook says, unless somebody else does
     * @param value that it has; faulty if there is none, or a wrong one
     * @param made where the value came from; empty if nobody gives one
     */
    public record Read(
            String name,
            String type,
            Optional<Slot> takes,
            Optional<YamlNode> defaultsTo,
            Value value,
            Optional<Made.Parameter> made) {

        /** Whether somebody gives a value, and it is right. */
        public boolean usable() {
            return !(value instanceof Value.Faulty);
        }
    }

    /**
     * @param path of the playbook in the tree
     * @param typed parameters from the command line
     * @throws Mistakes if the playbook cannot be read; a parameter without a right value is none
     */
    public Parameters read(SourceTree tree, String path, Inventory inventory, Map<String, String> typed)
            throws Mistakes {
        Problems problems = new Problems();
        Optional<Playbook> found = new ExpanderFiles(tree, problems).playbook(path, Optional.empty());
        if (found.isEmpty()) {
            throw new Mistakes(problems.all());
        }
        Playbook playbook = found.get();
        Problems unsaid = new Problems();
        ScopeParameters parameters = new ScopeParameters(catalog, inventory, unsaid);
        ExpanderArguments arguments = new ExpanderArguments(parameters, inventory, known(typed, playbook), unsaid);
        Map<String, Slot> slots = parameters.slots(playbook);
        Map<String, Value> values = arguments.values(playbook, slots);
        return new Parameters(
                playbook.name(),
                playbook.parameters().stream()
                        .map(one -> new Read(
                                one.name(),
                                one.type().map(Scalar::text).orElse(""),
                                Optional.ofNullable(slots.get(one.name())),
                                one.defaultsTo(),
                                values.getOrDefault(one.name(), Value.FAULTY),
                                Optional.ofNullable(arguments.made().get(one.name()))))
                        .toList());
    }

    private static Map<String, String> known(Map<String, String> typed, Playbook playbook) {
        Set<String> names = playbook.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        return typed.entrySet().stream()
                .filter(one -> names.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** {@code file:line}. */
    public static String place(Position at) {
        return at.file() + ":" + at.line();
    }
}
