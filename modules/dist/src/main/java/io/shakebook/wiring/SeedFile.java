// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.embedded.Seed;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file with the objects that an embedded cluster starts with: a list under {@code objects:}. */
final class SeedFile {
    private SeedFile() {}

    /** @throws IOException if it cannot be read; the message is for the user */
    static Seed read(SourceTree tree, String path) throws IOException {
        try {
            byte[] bytes = tree.read(path).orElseThrow(() -> new IOException("there is no file " + tree.shown(path)));
            Problems problems = new Problems();
            Optional<YamlNode> root = YamlReader.read(tree.shown(path), bytes, problems);
            if (root.isEmpty() || problems.hasErrors()) {
                throw new IOException(problems.all().stream()
                        .map(problem -> problem.at().map(at -> at + ": ").orElse("") + problem.summary())
                        .findFirst()
                        .orElse(tree.shown(path) + " is not readable"));
            }
            return new Seed(objects(root.get(), tree.shown(path)));
        } catch (SourceTree.Unreadable e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<Map<String, Object>> objects(YamlNode root, String shown) throws IOException {
        Optional<YamlNode> list = root instanceof YamlNode.Mapping map ? map.get("objects") : Optional.empty();
        if (list.isEmpty()
                || !(list.get() instanceof YamlNode.Sequence objects)
                || !objects.items().stream().allMatch(YamlNode.Mapping.class::isInstance)) {
            throw new IOException(shown + " has no list \"objects:\" of Kubernetes objects");
        }
        return objects.items().stream()
                .map(object -> members((YamlNode.Mapping) object))
                .toList();
    }

    private static Map<String, Object> members(YamlNode.Mapping map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.entries().forEach(entry -> plain(entry.value()).ifPresent(value -> plain.put(entry.name(), value)));
        return plain;
    }

    /** Empty for null, which means the same as leaving it out. */
    private static Optional<Object> plain(YamlNode node) {
        if (node instanceof YamlNode.Mapping map) {
            return Optional.of(members(map));
        }
        if (node instanceof YamlNode.Sequence list) {
            return Optional.of(
                    list.items().stream().flatMap(item -> plain(item).stream()).toList());
        }
        return node instanceof YamlNode.Scalar scalar ? scalar.value().map(Object.class::cast) : Optional.empty();
    }
}
