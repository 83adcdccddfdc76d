// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.spi.Example;
import io.shakebook.spi.InventoryType;
import io.shakebook.wiring.ModuleJars;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All examples that the shipped modules show: those of their specs, and the {@code example.yaml} of each folder. */
final class ShownExamples {
    private final Catalog catalog = ModuleJars.shipped();
    private final DemoEntries demo = new DemoEntries(catalog);
    private final List<ShownExample> found = new ArrayList<>();
    private final List<String> without = new ArrayList<>();

    private ShownExamples() throws IOException {
        for (Path module : folders()) {
            String playbook = Files.readString(module.resolve("example.yaml"));
            found.add(new ShownExample("example.yaml", module, playbook, true, demo.lacking()));
        }
        ExamplePlaybook playbook = new ExamplePlaybook(catalog, demo);
        catalog.modules().values().forEach(module -> {
            var spec = module.spec();
            add(spec.name(), module, spec.examples(), !spec.gate(), one -> playbook.step(one, spec.args()));
        });
        catalog.lookups().values().forEach(lookup -> {
            var spec = lookup.spec();
            add(spec.name(), lookup, spec.examples(), false, one -> playbook.fact(one, spec.args()));
        });
        catalog.types().values().forEach(this::add);
    }

    static List<ShownExample> all() throws IOException {
        return new ShownExamples().found;
    }

    /** Names of those that show none. */
    static List<String> withoutAny() throws IOException {
        return new ShownExamples().without;
    }

    /** Of modules that are no part of the program's frame. */
    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(".."))) {
            return all.filter(folder -> Files.isDirectory(folder.resolve("src")))
                    .filter(folder -> !folder.endsWith("dist"))
                    .sorted()
                    .toList();
        }
    }

    private interface Wrapped {
        String playbook(Example example);
    }

    private void add(String name, Object module, List<Example> examples, boolean changes, Wrapped wrapped) {
        examples.forEach(example -> found.add(new ShownExample(
                name + ": " + example.title(), home(module), wrapped.playbook(example), changes, demo.lacking())));
        if (examples.isEmpty()) {
            without.add(name);
        }
    }

    private void add(InventoryType<?> type) {
        for (Example example : type.examples()) {
            ShownExample.Entry entry = new ShownExample.Entry(type.name(), example.yaml());
            List<ShownExample.Entry> entries =
                    Stream.concat(demo.lacking().stream(), Stream.of(entry)).toList();
            String playbook = ExamplePlaybook.entry(type.name(), entry.name());
            found.add(new ShownExample(type.name() + ": " + example.title(), home(type), playbook, false, entries));
        }
        if (type.examples().isEmpty()) {
            without.add(type.name());
        }
    }

    /** The folder where the class was built. */
    private static Path home(Object module) {
        try {
            Path built = Path.of(module.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path home = built.getParent().getParent();
            assertThat(built.getParent().getFileName())
                    .as(built + " was not built here: build with -am")
                    .hasToString("target");
            return home;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
