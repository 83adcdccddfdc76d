// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.embedded.Seed;
import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file with the objects that an embedded cluster starts with: a list under {@code objects:}. */
final class SeedFile {
    private SeedFile() {}

    /** The file is wrong, and whoever wrote it must act; {@link #diagnostics} say where. */
    static final class Wrong extends IOException {
        private final transient List<Diagnostic> diagnostics;

        Wrong(List<Diagnostic> diagnostics) {
            super(diagnostics.stream()
                    .map(one -> one.at().map(at -> at + ": ").orElse("") + one.summary())
                    .collect(Collectors.joining("; ")));
            this.diagnostics = List.copyOf(diagnostics);
        }

        List<Diagnostic> diagnostics() {
            return diagnostics;
        }
    }

    /** @throws Wrong if it is no list of objects */
    static Seed read(SourceTree tree, String path) throws Wrong {
        return new Seed(objects(tree, path).stream().map(SeedFile::members).toList());
    }

    /** An object of the seed that the server refuses. */
    static Wrong refused(SourceTree tree, String path, int index, String why) throws Wrong {
        YamlNode object = objects(tree, path).get(index);
        return new Wrong(List.of(Diagnostic.error("wrong-seed", why, object.at(), "correct the object")));
    }

    private static List<YamlNode.Mapping> objects(SourceTree tree, String path) throws Wrong {
        Problems problems = new Problems();
        Optional<YamlNode> root = Optional.empty();
        try {
            byte[] bytes = tree.read(path)
                    .orElseThrow(() -> new SourceTree.Unreadable("there is no file \"" + tree.shown(path) + "\""));
            root = YamlReader.read(tree.shown(path), bytes, problems);
        } catch (SourceTree.Unreadable e) {
            problems.add(Diagnostic.error("unreadable-file", String.valueOf(e.getMessage()), "name another file"));
        }
        root.ifPresent(node -> check(node, problems));
        if (root.isEmpty() || problems.hasErrors()) {
            throw new Wrong(problems.all());
        }
        return new KeyReader((YamlNode.Mapping) root.get(), "a seed", problems)
                .list("objects").stream().map(YamlNode.Mapping.class::cast).toList();
    }

    private static void check(YamlNode root, Problems problems) {
        Optional<YamlNode> list = root instanceof YamlNode.Mapping map ? map.get("objects") : Optional.empty();
        boolean objects = list.isPresent()
                && list.get() instanceof YamlNode.Sequence items
                && items.items().stream().allMatch(YamlNode.Mapping.class::isInstance);
        if (!objects) {
            problems.error(
                    "wrong-seed",
                    "an embedded cluster starts with a list \"objects:\" of Kubernetes objects",
                    list.map(YamlNode::at).orElse(root.at()),
                    "write \"objects:\" and below it \"- apiVersion: v1\", with the rest of the object");
        }
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
