// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A playbook's file, split into the root from which it imports and its path below it. The name that the file gives
 * itself says where the root is: {@code books/redis-dr/sync.yaml} with {@code playbook: redis-dr/sync} has the root
 * {@code books}.
 */
record PlaybookPath(SourceTree tree, String path) {

    static PlaybookPath of(String typed) {
        Path file = Path.of(typed);
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        String name = String.valueOf(file.getFileName());
        String below = name(folder, name).map(own -> own + ".yaml").orElse(name);
        Path tail = Path.of(below);
        if (tail.isAbsolute() || !file.endsWith(tail)) {
            return new PlaybookPath(new FolderTree(folder), name);
        }
        Path root = file;
        for (int i = 0; i < tail.getNameCount() && root != null; i++) {
            root = root.getParent();
        }
        return new PlaybookPath(new FolderTree(Optional.ofNullable(root).orElse(Path.of(""))), below);
    }

    /** The name that the file gives itself; a file that cannot be read has none, and says so when it is checked. */
    private static Optional<String> name(Path folder, String file) {
        try {
            return new FolderTree(folder)
                    .read(file)
                    .flatMap(bytes -> YamlReader.read(file, bytes, new Problems()))
                    .flatMap(root -> root instanceof YamlNode.Mapping map ? map.get("playbook") : Optional.empty())
                    .flatMap(node ->
                            node instanceof YamlNode.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty());
        } catch (SourceTree.Unreadable | java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }
}
