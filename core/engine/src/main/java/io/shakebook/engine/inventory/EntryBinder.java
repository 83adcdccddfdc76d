// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import io.shakebook.engine.binding.Arg;
import io.shakebook.engine.binding.Binder;
import io.shakebook.engine.binding.BindingContext;
import io.shakebook.engine.binding.Bound;
import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.NamedThings;
import io.shakebook.engine.binding.RecordSchema;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.YamlNode;
import io.shakebook.engine.source.YamlNode.Entry;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.InventoryType;
import io.shakebook.spi.kube.ClusterRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the entries of an inventory to their types' records, each when it is first asked for. */
final class EntryBinder implements NamedThings {
    private final Catalog catalog;
    private final InventorySections sections;
    private final Map<String, Optional<ClusterEntry>> clusters;
    private final Problems problems;
    private final Binder binder;
    private final Map<String, Bound> bound = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    EntryBinder(
            Catalog catalog,
            InventorySections sections,
            Map<String, Optional<ClusterEntry>> clusters,
            Problems problems) {
        this.catalog = catalog;
        this.sections = sections;
        this.clusters = clusters;
        this.problems = problems;
        this.binder = new Binder(BindingContext.withoutFiles(catalog, this, true, problems));
    }

    /** All that are right, by type and name. */
    Map<String, Map<String, Record>> all() {
        Map<String, Map<String, Record>> all = new LinkedHashMap<>();
        for (InventoryType<?> type : catalog.types().values()) {
            Map<String, Record> named = new LinkedHashMap<>();
            for (Entry entry : sections.entries(type.name())) {
                entry(type, entry).done().ifPresent(record -> named.put(entry.name(), (Record) record));
            }
            all.put(type.name(), named);
        }
        return all;
    }

    @Override
    public Collection<String> names(Class<? extends Record> type) {
        return type == ClusterRef.class
                ? clusters.keySet()
                : catalog.typeOf(type)
                        .map(known -> sections.entries(known.name()).stream()
                                .map(Entry::name)
                                .toList())
                        .orElse(List.of());
    }

    @Override
    public Bound find(Class<? extends Record> type, String name) {
        if (type == ClusterRef.class) {
            return clusters.getOrDefault(name, Optional.empty())
                    .<Bound>map(cluster -> new Bound.Done(cluster.ref()))
                    .orElse(Bound.FAILED);
        }
        InventoryType<?> known = catalog.typeOf(type).orElseThrow();
        return sections.entries(known.name()).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(entry -> entry(known, entry))
                .orElse(Bound.FAILED);
    }

    private Bound entry(InventoryType<?> type, Entry entry) {
        String id = type.name() + "." + entry.name();
        if (bound.containsKey(id)) {
            return bound.get(id);
        }
        if (!open.add(id)) {
            problems.error(
                    "entry-cycle",
                    "entries name each other in a circle: " + String.join(" -> ", open) + " -> " + id,
                    entry.key().at(),
                    "break the circle");
            return Bound.FAILED;
        }
        Bound done = bind(type, entry);
        open.remove(id);
        bound.put(id, done);
        return done;
    }

    private Bound bind(InventoryType<?> type, Entry entry) {
        if (!(entry.value() instanceof Mapping mapping)) {
            if (!(entry.value() instanceof YamlNode.Faulty)) {
                problems.error(
                        "wrong-type",
                        "a " + type.name() + " is a map, but this is "
                                + entry.value().kind(),
                        entry.value().at(),
                        "write \"key: value\" below it");
            }
            return Bound.FAILED;
        }
        SecretFields secrets = new SecretFields(entry, mapping, problems);
        List<String> secretNames = RecordSchema.of(type.entry(), catalog).fields().stream()
                .filter(field -> field.type().equals("a secret"))
                .map(RecordSchema.Field::name)
                .toList();
        List<Arg.Field> fields = new ArrayList<>();
        fields.add(new Arg.Field(
                entry.key().at(), "name", new Arg.Leaf(entry.key().at(), Value.of(entry.name()), true, entry.name())));
        for (Entry field : mapping.entries()) {
            if (field.name().equals("name")) {
                problems.error(
                        "unknown-field",
                        "the name of an entry is its key",
                        field.key().at(),
                        "delete \"name\"");
            } else {
                Arg value = secretNames.contains(field.name())
                        ? secrets.leaf(field)
                        : Arg.of(field.value(), this::noExpression);
                fields.add(new Arg.Field(field.key().at(), field.name(), value));
            }
        }
        return binder.record(
                type.entry(),
                new Arg.Fields(mapping.at(), fields),
                "the " + type.name() + " \"" + entry.name() + "\"",
                "field",
                entry.key().at());
    }

    private Value noExpression(Scalar scalar) {
        problems.error(
                "no-expressions", "an inventory holds values, no expressions", scalar.at(), "write the value itself");
        return Value.FAULTY;
    }
}
