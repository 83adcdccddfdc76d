// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML that was not written for us, such as a kubeconfig: anchors are followed, and of plain scalars only true,
 * false, null and numbers in their shortest form are not text, so that a token made of digits keeps each of them. Tags
 * that name a class are refused.
 */
public final class ForeignYaml {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,6}");

    /** What an anchor stands for is made once, however often it is named. */
    private final Map<Node, Optional<Object>> made = new IdentityHashMap<>();

    private ForeignYaml() {}

    /** It is not YAML, or has no end. Does not say what stands there, which may be a secret. */
    public static final class Broken extends Exception {
        Broken() {
            super("this is not YAML");
        }
    }

    /** Maps have String keys; numbers are Long or BigDecimal. Null if the text is empty. */
    public static @Nullable Object read(String text) throws Broken {
        try {
            LoaderOptions options = new LoaderOptions();
            Parser parser = new ParserImpl(new StreamReader(text), options);
            Node root = new Composer(parser, new Resolver(), options).getSingleNode();
            return root == null ? null : new ForeignYaml().value(root);
        } catch (YAMLException e) {
            throw new Broken();
        }
    }

    private @Nullable Object value(Node node) throws Broken {
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        Optional<Object> known = made.get(node);
        if (known == null) {
            made.put(node, Optional.empty());
            known = Optional.of(node instanceof MappingNode map ? map(map) : list((SequenceNode) node));
            made.put(node, known);
        }
        return known.orElseThrow(Broken::new); // it is part of itself
    }

    private Map<String, @Nullable Object> map(MappingNode node) throws Broken {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple pair : node.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                throw new Broken();
            }
            map.put(key.getValue(), value(pair.getValueNode()));
        }
        return map;
    }

    private List<@Nullable Object> list(SequenceNode node) throws Broken {
        List<@Nullable Object> list = new ArrayList<>();
        for (Node item : node.getValue()) {
            list.add(value(item));
        }
        return list;
    }

    private static @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        if (!node.isPlain()) {
            return text;
        }
        return switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            case "", "~", "null", "Null", "NULL" -> null;
            default -> number(text);
        };
    }

    private static Object number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : text;
    }
}
