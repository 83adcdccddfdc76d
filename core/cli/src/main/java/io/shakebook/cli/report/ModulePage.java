// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordSchema;
import io.shakebook.engine.binding.RecordSchema.Field;
import io.shakebook.spi.Example;
import io.shakebook.spi.InventoryType;
import io.shakebook.spi.LookupSpec;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be said about one module, look-up or inventory type; from its spec alone. */
record ModulePage(
        Kind kind,
        String name,
        String summary,
        String description,
        List<Section> sections,
        List<String> permissions,
        List<Example> examples) {

    /** In the order in which they are listed. */
    enum Kind {
        MODULE("Modules: what a step can be", "module"),
        GATE("Gates: steps that only measure", "gate"),
        LOOKUP("Look-ups: where facts come from", "look-up"),
        TYPE("Inventory types: what an inventory can name beside clusters", "inventory type");

        final String title;
        final String word;

        Kind(String title, String word) {
            this.title = title;
            this.word = word;
        }
    }

    /** A record's components. @param given whether a person writes them, so that they can be required */
    record Section(String title, boolean given, List<Field> fields) {

        /** The components, each followed by those of the record that it takes. */
        List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            add(fields, List.of(), lines);
            return lines;
        }

        private static void add(List<Field> fields, List<String> above, List<Line> lines) {
            for (Field field : fields) {
                lines.add(new Line(above, field));
                add(
                        field.fields(),
                        Stream.concat(above.stream(), Stream.of(field.name())).toList(),
                        lines);
            }
        }
    }

    /** A component. @param above names of those that it stands in, from the outermost */
    record Line(List<String> above, Field field) {
        /** {@code service.port}. */
        String path() {
            return above.isEmpty() ? field.name() : String.join(".", above) + "." + field.name();
        }
    }

    static List<ModulePage> all(Catalog catalog) {
        List<ModulePage> pages = new ArrayList<>();
        catalog.modules().values().forEach(module -> pages.add(of(module.spec(), catalog)));
        catalog.lookups().values().forEach(lookup -> pages.add(of(lookup.spec(), catalog)));
        catalog.types().values().forEach(type -> pages.add(of(type, catalog)));
        return pages;
    }

    private static ModulePage of(ModuleSpec<?, ?> spec, Catalog catalog) {
        List<Section> sections = List.of(
                section("Arguments", true, spec.args(), catalog), section("Outputs", false, spec.outputs(), catalog));
        return new ModulePage(
                spec.gate() ? Kind.GATE : Kind.MODULE,
                spec.name(),
                spec.summary(),
                spec.description(),
                sections,
                permissions(spec.permissions()),
                spec.examples());
    }

    private static ModulePage of(LookupSpec<?, ?> spec, Catalog catalog) {
        String rows = spec.single() ? "Columns of its only row" : "Columns of each row";
        List<Section> sections =
                List.of(section("Arguments", true, spec.args(), catalog), section(rows, false, spec.row(), catalog));
        return new ModulePage(
                Kind.LOOKUP,
                spec.name(),
                spec.summary(),
                spec.description(),
                sections,
                permissions(spec.permissions()),
                spec.examples());
    }

    private static ModulePage of(InventoryType<?> type, Catalog catalog) {
        List<Field> fields = RecordSchema.of(type.entry(), catalog).fields().stream()
                .filter(field -> !field.name().equals("name"))
                .toList();
        return new ModulePage(
                Kind.TYPE,
                type.name(),
                type.summary(),
                "",
                List.of(new Section("Keys of an entry", true, fields)),
                List.of(),
                type.examples());
    }

    private static Section section(String title, boolean given, Class<? extends Record> type, Catalog catalog) {
        return new Section(title, given, RecordSchema.of(type, catalog).fields());
    }

    private static List<String> permissions(List<Permission> permissions) {
        return permissions.stream()
                .map(permission -> String.join(", ", permission.verbs()) + " " + permission.resource()
                        + (permission.group().isEmpty() ? "" : "." + permission.group()))
                .toList();
    }

    /** {@code a port, required}. */
    static String form(Field field, Section section) {
        String pending = field.pending() && section.given() ? ", may come from an earlier step" : "";
        if (!section.given()) {
            return field.type() + (field.required() ? "" : ", may be absent");
        }
        String need = field.required()
                ? ", required"
                : field.defaultsTo().map(value -> ", default " + value).orElse(", optional");
        return field.type() + need + pending;
    }
}
