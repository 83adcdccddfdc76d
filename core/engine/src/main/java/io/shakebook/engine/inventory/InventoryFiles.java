// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.source.KeyReader;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.engine.source.TreePaths;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.engine.source.YamlReader;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of an inventory. */
final class InventoryFiles {
    private final SourceTree tree;
    private final Problems problems;

    InventoryFiles(SourceTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** Empty if the main file cannot be read; why was reported then. */
    Optional<InventorySections> read() {
        Optional<Mapping> main = file(InventoryParser.FILE, Optional.empty());
        if (main.isEmpty()) {
            return Optional.empty();
        }
        KeyReader keys = new KeyReader(main.get(), "an inventory", problems);
        Optional<Scalar> name = keys.requiredText("inventory", main.get().at(), "my-inventory");
        List<Mapping> files = new ArrayList<>(List.of(main.get()));
        for (Scalar include : keys.texts("include")) {
            Optional<String> inside = TreePaths.inside("", "", include.text());
            if (inside.isEmpty()) {
                problems.error(
                        "outside-of-root",
                        "\"" + include.text() + "\" leaves the inventory's folder",
                        include.at(),
                        "name a file inside of it");
            }
            inside.flatMap(path -> file(path, Optional.of(include.at()))).ifPresent(files::add);
        }
        return Optional.of(InventorySections.merged(
                name.map(Scalar::text).orElse(""),
                keys.text("summary").map(Scalar::text).orElse(""),
                files,
                problems));
    }

    private Optional<Mapping> file(String path, Optional<Position> named) {
        try {
            Optional<byte[]> bytes = tree.read(path);
            if (bytes.isEmpty()) {
                missing(path, named);
            }
            return bytes.flatMap(content -> YamlReader.read(tree.shown(path), content, problems))
                    .flatMap(root -> map(root));
        } catch (SourceTree.Unreadable unreadable) {
            String why = String.valueOf(unreadable.getMessage());
            problems.add(named.map(at -> Diagnostic.error("unreadable-file", why, at, "name another file"))
                    .orElseGet(() -> Diagnostic.error("unreadable-file", why, "name the folder of another inventory")));
            return Optional.empty();
        }
    }

    private void missing(String path, Optional<Position> named) {
        String why = "there is no file \"" + tree.shown(path) + "\"";
        problems.add(named.map(at -> Diagnostic.error("no-file", why, at, "name a file that there is"))
                .orElseGet(() ->
                        Diagnostic.error("no-inventory", why, "name the folder that holds inventory.yaml: -i DIR")));
    }

    private Optional<Mapping> map(YamlNode root) {
        if (root instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.error(
                "not-an-inventory",
                "an inventory is a map, but this is " + root.kind(),
                root.at(),
                "start with \"inventory: NAME\"");
        return Optional.empty();
    }
}
