// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat.Broken;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML document as its nodes by dotted key; types are decided by {@link YamlScalar}. */
final class NodeFile {
    private final Map<String, Node> leaves = new LinkedHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private NodeFile() {}

    static NodeFile of(String text) throws Broken {
        Optional<Node> root = compose(text);
        NodeFile file = new NodeFile();
        if (root.isPresent()) {
            if (!(root.get() instanceof MappingNode mapping)) {
                throw broken(root.get(), "a file whose keys are compared or set must be a mapping");
            }
            file.collect(mapping, List.of());
        }
        return file;
    }

    /** The root of the one document in the text; empty if there is none. */
    static Optional<Node> compose(String text) throws Broken {
        try {
            return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            Mark at = e.getProblemMark();
            throw new Broken(
                    List.of(new Broken.Flaw(at.getLine() + 1, at.getColumn() + 1, String.valueOf(e.getProblem()))));
        } catch (YAMLException e) { // size, depth and number of aliases come without a position
            throw new Broken(List.of(new Broken.Flaw(1, 1, String.valueOf(e.getMessage()))));
        }
    }

    /** Scalars, lists and empty mappings, in file order. */
    Map<String, Node> leaves() {
        return leaves;
    }

    Map<String, Object> values() throws Broken {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Node> leaf : leaves.entrySet()) {
            values.put(
                    leaf.getKey(),
                    leaf.getValue() instanceof ScalarNode scalar
                            ? YamlScalar.of(scalar)
                            : Literals.canonical(tree(leaf.getValue())));
        }
        return values;
    }

    static Broken broken(Node node, String what) {
        Mark at = node.getStartMark();
        return new Broken(List.of(new Broken.Flaw(at.getLine() + 1, at.getColumn() + 1, what)));
    }

    private void collect(MappingNode mapping, List<String> path) throws Broken {
        enter(mapping);
        for (NodeTuple tuple : mapping.getValue()) {
            List<String> at = new ArrayList<>(path);
            at.add(key(tuple.getKeyNode()));
            Node value = tuple.getValueNode();
            if (value instanceof MappingNode inner && !inner.getValue().isEmpty()) {
                collect(inner, at);
            } else if (leaves.putIfAbsent(DottedKey.of(at), value) != null) {
                throw broken(tuple.getKeyNode(), "the key " + DottedKey.of(at) + " is there twice");
            }
        }
        open.remove(mapping);
    }

    private Object tree(Node node) throws Broken {
        if (node instanceof ScalarNode scalar) {
            return YamlScalar.of(scalar);
        }
        enter(node);
        Object tree = node instanceof SequenceNode list ? items(list) : members((MappingNode) node);
        open.remove(node);
        return tree;
    }

    private List<Object> items(SequenceNode list) throws Broken {
        List<Object> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(tree(item));
        }
        return items;
    }

    private Map<String, Object> members(MappingNode mapping) throws Broken {
        Map<String, Object> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (members.putIfAbsent(key(tuple.getKeyNode()), tree(tuple.getValueNode())) != null) {
                throw broken(tuple.getKeyNode(), "a key is there twice");
            }
        }
        return members;
    }

    private void enter(Node node) throws Broken {
        if (!open.add(node)) {
            throw broken(node, "an alias leads back to itself");
        }
    }

    private static String key(Node node) throws Broken {
        if (!(node instanceof ScalarNode scalar)) {
            throw broken(node, "a key must be plain text");
        }
        return scalar.getValue();
    }
}
