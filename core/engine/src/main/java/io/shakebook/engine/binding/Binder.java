// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.binding.RecordShape.Component;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.diagnostic.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the fields of a map to a record, and reports every field that is unknown, missing or wrong. */
public final class Binder {
    private final BindingContext context;
    private final SlotBinder slots;

    public Binder(BindingContext context) {
        this.context = context;
        this.slots = new SlotBinder(context, this);
    }

    /**
     * @param owner for messages: {@code the module "service"}
     * @param word what a field is called: {@code argument}
     * @param at where to say what is missing
     */
    public Bound record(Class<? extends Record> type, Arg.Fields given, String owner, String word, Position at) {
        RecordShape shape = RecordShape.of(type);
        UnknownFields unknown = UnknownFields.of(shape, given);
        unknown.report(owner, word, context);
        List<String> missing = new ArrayList<>();
        Map<String, Bound> bound = new LinkedHashMap<>();
        for (Component component : shape.components()) {
            Optional<Arg.Field> field = field(given, component.name());
            if (field.isPresent()) {
                bound.put(
                        component.camel(),
                        slots.bind(
                                component.name(), component.slot(), field.get().value()));
            } else if (component.required()) {
                missing.add(component.name());
            } else {
                bound.put(component.camel(), absent(component));
            }
        }
        missing.removeAll(unknown.meant());
        if (!missing.isEmpty()) {
            String names = missing.size() == 1
                    ? word + " \"" + missing.get(0) + "\""
                    : word + "s \"" + String.join("\", \"", missing) + "\"";
            return context.failed(
                    "missing-" + word, owner + " needs the " + names, at, "write " + example(shape, missing));
        }
        return unknown.any() ? Bound.FAILED : create(shape, given, bound, at);
    }

    /** Binds a single value. @param name for messages */
    public Bound value(String name, Slot slot, Arg arg) {
        return slots.bind(name, slot, arg);
    }

    private static String example(RecordShape shape, List<String> missing) {
        Component first = shape.component(missing.get(0)).orElseThrow();
        String example = first.doc().map(doc -> doc.example()).orElse("");
        return "\"" + first.name() + ": " + (example.isEmpty() ? "…" : example) + "\""
                + (example.isEmpty() ? ", " + first.slot().words() : "");
    }

    private Bound absent(Component component) {
        if (component.defaultsTo().isEmpty()) {
            return new Bound.Done(Optional.empty());
        }
        Problems own = new Problems();
        Bound bound = component
                .fallback()
                .map(node -> new Binder(withProblems(own))
                        .value(
                                component.name(),
                                component.slot(),
                                Arg.of(node, scalar -> io.shakebook.engine.expression.Value.FAULTY)))
                .orElse(Bound.FAILED);
        if (bound.done().isEmpty()) {
            throw new IllegalStateException(
                    "please report: the default of " + component.reflected() + " is wrong: " + own.all());
        }
        return bound;
    }

    private BindingContext withProblems(Problems other) {
        return new BindingContext(
                context.catalog(),
                context.things(),
                context.entriesByName(),
                context.files(),
                context.folder(),
                context.root(),
                context.formats(),
                other);
    }

    private Bound create(RecordShape shape, Arg.Fields given, Map<String, Bound> bound, Position at) {
        Optional<Bound> unfinished = Bound.unfinished(bound.values());
        if (unfinished.isPresent()) {
            return unfinished.get();
        }
        try {
            return new Bound.Done(shape.create(
                    bound.values().stream().map(one -> one.done().orElseThrow()).toArray()));
        } catch (InvalidArgument refused) {
            Position where = field(given, Kebab.of(refused.component()))
                    .map(field -> field.value().at())
                    .orElse(at);
            return context.refused(refused, where);
        }
    }

    private static Optional<Arg.Field> field(Arg.Fields given, String name) {
        return given.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
