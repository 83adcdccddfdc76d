// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.inventory.InventoryParser;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads inventories from folders. */
final class Inventories {
    private final Catalog catalog;

    Inventories(Catalog catalog) {
        this.catalog = catalog;
    }

    /** An inventory, the files it was read from, and what is dubious in it. */
    record Opened(Inventory inventory, SourceTree tree, List<Diagnostic> warnings) {}

    /** @throws Mistakes all that were found */
    Opened open(String folder) throws Mistakes {
        SourceTree tree = new FolderTree(Path.of(folder));
        Problems problems = new Problems();
        Optional<Inventory> inventory = new InventoryParser(catalog, problems).parse(tree);
        if (inventory.isEmpty() || problems.hasErrors()) {
            throw new Mistakes(problems.all());
        }
        return new Opened(inventory.get(), tree, problems.all());
    }
}
