// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlNode.Sequence;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.Optional;

/** Reads the keys of a map that has a fixed form, and reports what does not belong there. */
public final class KeyReader {
    private final Mapping mapping;
    private final String owner;
    private final Problems problems;
    private List<String> known = List.of();

    /** @param owner for messages: {@code a phase} */
    public KeyReader(Mapping mapping, String owner, Problems problems) {
        this.mapping = mapping;
        this.owner = owner;
        this.problems = problems;
    }

    /** Reports every key that is not one of these. */
    public void only(List<String> keys) {
        known = keys;
        for (Entry entry : mapping.entries()) {
            if (!keys.contains(entry.name())) {
                problems.error(
                        "unknown-key",
                        "\"" + entry.name() + "\" is not a key of " + owner,
                        entry.key().at(),
                        Nearest.remedy(entry.name(), "keys", keys));
            }
        }
    }

    /** Whether a key is not there, not even misspelt: a misspelt one is reported as that, and as nothing else. */
    public boolean misses(String key) {
        return !has(key)
                && mapping.entries().stream()
                        .noneMatch(entry -> !known.contains(entry.name())
                                && Nearest.to(entry.name(), List.of(key)).isPresent());
    }

    public boolean has(String key) {
        return mapping.get(key).isPresent();
    }

    /** A text; empty if it is not there or wrong. */
    public Optional<Scalar> text(String key) {
        Optional<Scalar> scalar = scalar(key);
        if (scalar.isPresent() && !(scalar.get().value().orElse(0L) instanceof String)) {
            wrong(
                    key,
                    "a text",
                    scalar.get(),
                    scalar.get().isNull()
                            ? "write a text"
                            : "quote it: \"" + scalar.get().text() + "\"");
            return Optional.empty();
        }
        return scalar;
    }

    /** As {@link #text}, and reports it if it is not there at all. */
    public Optional<Scalar> requiredText(String key, Position at, String example) {
        if (misses(key)) {
            problems.error(
                    "missing-key",
                    owner + " needs the key \"" + key + "\"",
                    at,
                    "write \"" + key + ": " + example + "\"");
        }
        return text(key);
    }

    /** Any single value that is not null; empty if it is not there or wrong. */
    public Optional<Scalar> scalar(String key) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Scalar) && !(node.get() instanceof YamlNode.Faulty)) {
            wrong(key, "a single value", node.get(), "write it behind \"" + key + ":\"");
        }
        return node.filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    public boolean flag(String key) {
        Optional<Scalar> scalar = scalar(key);
        if (scalar.isPresent() && !(scalar.get().value().orElse("") instanceof Boolean)) {
            wrong(key, "true or false", scalar.get(), "write true or false");
        }
        return scalar.flatMap(Scalar::value).filter(Boolean.TRUE::equals).isPresent();
    }

    /** A map; an empty one if it is not there or wrong. */
    public Mapping map(String key) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Mapping) && !(node.get() instanceof YamlNode.Faulty)) {
            wrong(key, "a map", node.get(), "write \"name: value\" below it, indented");
        }
        return node.filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElse(new Mapping(node.map(YamlNode::at).orElse(mapping.at()), List.of()));
    }

    /** Items of a list; none if it is not there or wrong. */
    public List<YamlNode> list(String key) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Sequence) && !(node.get() instanceof YamlNode.Faulty)) {
            wrong(key, "a list", node.get(), asList(key, node.get()));
        }
        return node.filter(Sequence.class::isInstance)
                .map(list -> ((Sequence) list).items())
                .orElse(List.of());
    }

    private static String asList(String key, YamlNode node) {
        if (node instanceof Mapping map && !map.entries().isEmpty()) {
            return "start each item with \"- \": \"- " + map.entries().get(0).name() + ": …\"";
        }
        boolean value = node instanceof Scalar scalar && !scalar.isNull();
        return value
                ? "write \"" + key + ": [" + ((Scalar) node).text() + "]\""
                : "write \"- …\" below it, one line an item";
    }

    /** Texts of a list; those that are none are reported and left out. */
    public List<Scalar> texts(String key) {
        return list(key).stream()
                .filter(item -> {
                    boolean text =
                            item instanceof Scalar scalar && scalar.value().orElse(0L) instanceof String;
                    if (!text && !(item instanceof YamlNode.Faulty)) {
                        wrong("an item of " + key, "a text", item, "write a name");
                    }
                    return text;
                })
                .map(Scalar.class::cast)
                .toList();
    }

    private void wrong(String key, String wanted, YamlNode node, String remedy) {
        boolean nothing = node instanceof Scalar scalar && scalar.isNull();
        problems.error(
                nothing ? "missing-value" : "wrong-type",
                nothing
                        ? "\"" + key + "\" has no value"
                        : "\"" + key + "\" must be " + wanted + ", but this is " + node.kind(),
                node.at(),
                remedy);
    }
}
