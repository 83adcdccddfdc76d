// SPDX-License-Identifier: Apache-2.0
package io.shakebook.formats;

import io.shakebook.engine.change.FileFormat.Broken;
import io.shakebook.engine.change.FileFormat.Unsettable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Replaces scalars of a YAML or JSON text where they stand. */
final class ScalarEdit {

    private ScalarEdit() {}

    static String edit(String text, Map<String, Object> values) throws Broken, Unsettable {
        Map<String, Node> leaves = NodeFile.of(text).leaves();
        Map<String, String> why = new LinkedHashMap<>();
        TreeMap<Integer, Replacement> fromTheEnd = new TreeMap<>((a, b) -> b - a);
        values.forEach((key, value) -> {
            if (leaves.get(key) instanceof ScalarNode scalar && inOnePlace(scalar)) {
                fromTheEnd.put(
                        scalar.getStartMark().getIndex(),
                        new Replacement(
                                scalar.getEndMark().getIndex(), (isEmpty(scalar) ? " " : "") + Literals.of(value)));
            } else {
                why.put(key, "a list, a block text and a value with an anchor or alias cannot be set by key");
            }
        });
        if (!why.isEmpty()) {
            throw new Unsettable(why);
        }
        StringBuilder edited = new StringBuilder(text);
        fromTheEnd.forEach((start, replacement) -> edited.replace(
                text.offsetByCodePoints(0, start),
                text.offsetByCodePoints(0, replacement.end()),
                replacement.literal()));
        return edited.toString();
    }

    /** @param end where the old value ends, in code points */
    private record Replacement(int end, String literal) {}

    private static boolean inOnePlace(ScalarNode scalar) {
        ScalarStyle style = scalar.getScalarStyle();
        return scalar.getAnchor() == null && style != ScalarStyle.LITERAL && style != ScalarStyle.FOLDED;
    }

    private static boolean isEmpty(ScalarNode scalar) {
        return scalar.getStartMark().getIndex() == scalar.getEndMark().getIndex();
    }
}
