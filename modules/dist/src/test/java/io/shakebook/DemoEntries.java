// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.spi.InventoryType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the demo inventory names beside clusters; for a type that it does not know, what the type shows as examples. */
final class DemoEntries {
    private static final Pattern NAME = Pattern.compile("(?m)^  ([a-z0-9-]+):");
    private final Catalog catalog;
    private final String inventory;

    DemoEntries(Catalog catalog) throws IOException {
        this.catalog = catalog;
        this.inventory = "\n" + Files.readString(Path.of("../../inventories/demo/inventory.yaml"));
    }

    /** Entries of this type, in their order. */
    List<String> names(String type) {
        int start = inventory.indexOf("\n" + type + ":\n");
        if (start < 0) {
            return lacking().stream()
                    .filter(entry -> entry.section().equals(type))
                    .map(ShownExample.Entry::name)
                    .toList();
        }
        String section = inventory.substring(start + type.length() + 2).split("\n(?=[a-z])", 2)[0];
        return NAME.matcher(section).results().map(name -> name.group(1)).toList();
    }

    /** Entries of types that the demo does not use. */
    List<ShownExample.Entry> lacking() {
        return catalog.types().values().stream()
                .<InventoryType<?>>map(type -> type)
                .filter(type -> !inventory.contains("\n" + type.name() + ":\n"))
                .flatMap(type ->
                        type.examples().stream().map(example -> new ShownExample.Entry(type.name(), example.yaml())))
                .toList();
    }
}
