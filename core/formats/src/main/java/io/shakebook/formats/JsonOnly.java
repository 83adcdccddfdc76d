// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat.Broken;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Refuses nodes that YAML can write and JSON cannot. */
final class JsonOnly {
    private static final Pattern PLAIN =
            Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private JsonOnly() {}

    static void demand(Node node) throws Broken {
        if (!writtenInJson(node)) {
            throw NodeFile.broken(node, "this is not JSON");
        }
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                demand(item);
            }
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple member : mapping.getValue()) {
                demandKey(member.getKeyNode());
                demand(member.getValueNode());
            }
        }
    }

    private static void demandKey(Node key) throws Broken {
        if (!(key instanceof ScalarNode scalar) || scalar.getScalarStyle() != ScalarStyle.DOUBLE_QUOTED) {
            throw NodeFile.broken(key, "a key in JSON stands in double quotes");
        }
    }

    /** An alias is the node of its anchor once more, so that refusing anchors refuses both, and cycles with them. */
    private static boolean writtenInJson(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getAnchor() == null
                    && (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                            || scalar.getScalarStyle() == ScalarStyle.PLAIN
                                    && PLAIN.matcher(scalar.getValue()).matches());
        }
        return node.getAnchor() == null && ((CollectionNode<?>) node).getFlowStyle() == FlowStyle.FLOW;
    }
}
