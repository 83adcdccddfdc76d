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
import org.jspecify.annotations.Nullable;

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

    @SuppressWarnings("unchecked") // plain() gives maps with string keys
    private static List<Map<String, Object>> objects(YamlNode root, String shown) throws IOException {
        Object list = root instanceof YamlNode.Mapping map
                ? map.get("objects").map(SeedFile::plain).orElse(null)
                : null;
        boolean objects = list instanceof List<?> items && items.stream().allMatch(Map.class::isInstance);
        if (!objects) {
            throw new IOException(shown + " has no list \"objects:\" of Kubernetes objects");
        }
        return ((List<Map<String, Object>>) list);
    }

    private static @Nullable Object plain(YamlNode node) {
        if (node instanceof YamlNode.Mapping map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.entries().forEach(entry -> plain.put(entry.name(), plain(entry.value())));
            return plain;
        }
        if (node instanceof YamlNode.Sequence list) {
            return list.items().stream().map(SeedFile::plain).toList();
        }
        return node instanceof YamlNode.Scalar scalar ? scalar.value().orElse(null) : null;
    }
}
