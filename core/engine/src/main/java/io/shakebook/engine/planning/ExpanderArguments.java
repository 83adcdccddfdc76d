// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.binding.Slot;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.playbook.Parameter;
import io.shakebook.engine.playbook.Playbook;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.RawText;
import io.shakebook.engine.source.SourceText;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlNode.Sequence;
import io.shakebook.engine.source.YamlReader;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the values of the parameters of the playbook that was asked for: default, inventory, command line. */
final class ExpanderArguments {
    private final ScopeParameters parameters;
    private final Inventory inventory;
    private final Map<String, String> typed;
    private final Problems problems;
    private final Map<String, Made.Parameter> made = new LinkedHashMap<>();

    /** @param typed on the command line */
    ExpanderArguments(ScopeParameters parameters, Inventory inventory, Map<String, String> typed, Problems problems) {
        this.parameters = parameters;
        this.inventory = inventory;
        this.typed = typed;
        this.problems = problems;
    }

    /** As written, and where it came from; filled by {@link #values}. */
    Map<String, Made.Parameter> made() {
        return made;
    }

    Map<String, Value> values(Playbook playbook, Map<String, Slot> slots) {
        Map<String, Value> values = new LinkedHashMap<>(parameters.defaults(playbook, slots));
        typed.keySet().stream()
                .filter(name -> playbook.parameters().stream()
                        .noneMatch(parameter -> parameter.name().equals(name)))
                .forEach(name -> parameters.unknown(playbook, name, Optional.empty(), values, problems));
        for (Parameter parameter : playbook.parameters()) {
            chosen(parameter, slots)
                    .ifPresent(node -> values.put(parameter.name(), parameters.literal(parameter, slots, node)));
        }
        String example = "write -p %s=VALUE, or give it under \"parameters:\" of the inventory";
        parameters.missing(
                playbook, values, "the playbook \"" + playbook.name() + "\"", playbook.at(), example, problems);
        return values;
    }

    /** Notes where the values of an imported playbook's parameters come from, below the path of the importing phase. */
    void handedOver(String prefix, Playbook playbook, Mapping with) {
        for (Parameter parameter : playbook.parameters()) {
            String address = prefix + "/" + parameter.name();
            with.get(parameter.name())
                    .map(node -> new Made.Parameter(written(node), "with at " + place(node.at())))
                    .or(() -> parameter
                            .defaultsTo()
                            .map(node -> new Made.Parameter(written(node), "playbook default at " + place(node.at()))))
                    .ifPresent(origin -> made.put(address, origin));
        }
    }

    /** The node that counts, unless it is the default. */
    private Optional<YamlNode> chosen(Parameter parameter, Map<String, Slot> slots) {
        String name = parameter.name();
        if (typed.containsKey(name)) {
            made.put(name, new Made.Parameter(typed.getOrDefault(name, ""), Made.COMMAND_LINE));
            return typed(name, slots.get(name));
        }
        if (inventory.parameters().containsKey(name)) {
            YamlNode node = inventory.parameters().get(name);
            made.put(name, new Made.Parameter(written(node), "inventory at " + place(node.at())));
            return Optional.of(node);
        }
        parameter
                .defaultsTo()
                .ifPresent(node ->
                        made.put(name, new Made.Parameter(written(node), "playbook default at " + place(node.at()))));
        return Optional.empty();
    }

    /** A text is taken as it was typed; other types are read as in a file. */
    private Optional<YamlNode> typed(String name, @Nullable Slot slot) {
        String text = typed.getOrDefault(name, "");
        boolean plain = slot == null
                || !(slot instanceof Slot.Single) && !(slot instanceof Slot.ListOf) && !(slot instanceof Slot.MapOf)
                || slot == Slot.Single.STRING
                || slot == Slot.Single.CLUSTER;
        String file = "-p " + name;
        if (plain) {
            Position at = new Position(
                    file,
                    1,
                    1,
                    Math.max(1, text.codePointCount(0, text.length())),
                    text.lines().findFirst().orElse(""));
            RawText raw = new RawText(new SourceText(file, List.of(text)), RawText.Style.PLAIN, 0, 0, 0, text.length());
            return Optional.of(new TypedText(at, text, raw).node());
        }
        if (text.isBlank()) {
            problems.add(Diagnostic.error(
                    "missing-value",
                    "\"" + name + "\" has no value",
                    "write -p " + name + "=VALUE, or leave it out to use what the inventory or the playbook says"));
            return Optional.of(new YamlNode.Faulty(new Position(file, 1, 1, 1, "")));
        }
        Optional<YamlNode> read = YamlReader.read(file, text, problems);
        return Optional.of(read.orElse(new YamlNode.Faulty(new Position(file, 1, 1, 1, ""))));
    }

    private record TypedText(Position at, String text, RawText raw) {
        YamlNode node() {
            return new Scalar(at, text, Optional.of(text), raw);
        }
    }

    private static String place(Position at) {
        return at.file() + ":" + at.line();
    }

    private static String written(YamlNode node) {
        if (node instanceof Sequence sequence) {
            return sequence.items().stream()
                    .map(ExpanderArguments::written)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> entry.name() + ": " + written(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node instanceof Scalar scalar ? scalar.text() : "";
    }
}
