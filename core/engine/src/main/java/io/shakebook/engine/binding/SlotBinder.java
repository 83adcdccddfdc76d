// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.Nearest;
import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.value.Late;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds one value to what a component can take; dispatches on the component's type. */
final class SlotBinder {
    private final BindingContext context;
    private final Binder records;
    private final SingleBinder singles;
    private final FileBinder files;

    SlotBinder(BindingContext context, Binder records) {
        this.context = context;
        this.records = records;
        this.singles = new SingleBinder(context);
        this.files = new FileBinder(context);
    }

    Bound bind(String name, Slot slot, Arg arg) {
        if (arg instanceof Arg.Leaf leaf && leaf.value() instanceof Value.Faulty) {
            return Bound.FAILED;
        }
        if (slot instanceof Slot.Maybe maybe) {
            return maybe(name, maybe, arg);
        }
        if (arg instanceof Arg.Leaf leaf && leaf.value() instanceof Value.Absent absent) {
            return leaf.literal()
                    ? context.failed(
                            "missing-value", "\"" + name + "\" has no value", leaf.at(), "write " + words(slot))
                    : context.failed(
                            "no-value",
                            absent.why(),
                            leaf.at(),
                            "give it a value, or say what to do without: first(…, …), or when: has(…)");
        }
        if (slot instanceof Slot.Later later) {
            return later(name, later, arg);
        }
        if (slot instanceof Slot.ListOf list) {
            return list(name, list, arg);
        }
        if (slot instanceof Slot.MapOf map) {
            return map(name, map, arg);
        }
        return single(name, slot, arg);
    }

    private Bound single(String name, Slot slot, Arg arg) {
        if (slot == Slot.Single.FILE) {
            return files.bind(name, arg);
        }
        Optional<Class<? extends Record>> thing = thing(slot);
        if (thing.isPresent()) {
            return thing(name, thing.get(), slot, arg);
        }
        if (slot instanceof Slot.Nested nested) {
            return nested(name, nested, arg);
        }
        return arg instanceof Arg.Leaf leaf
                ? singles.bind(name, slot, leaf)
                : wrong(name, slot, arg, arg instanceof Arg.Items ? "a list" : "a map");
    }

    /** The record class, if the slot is filled by something that the inventory names. */
    private Optional<Class<? extends Record>> thing(Slot slot) {
        if (slot == Slot.Single.CLUSTER) {
            return Optional.of(ClusterRef.class);
        }
        Optional<Class<? extends Record>> type = slot instanceof Slot.Nested nested
                ? Optional.of(nested.type())
                : slot instanceof Slot.Wrapped wrapped ? Optional.of(wrapped.type()) : Optional.empty();
        return type.filter(one -> context.catalog().typeOf(one).isPresent());
    }

    private Bound thing(String name, Class<? extends Record> type, Slot slot, Arg arg) {
        if (!(arg instanceof Arg.Leaf leaf)) {
            return wrong(name, slot, arg, arg instanceof Arg.Items ? "a list" : "a map");
        }
        if (leaf.value() instanceof Value.Known known && known.value() instanceof String wanted) {
            return byName(name, type, slot, leaf, wanted);
        }
        return ofRecord(name, type, slot, leaf);
    }

    private Bound byName(String name, Class<? extends Record> type, Slot slot, Arg.Leaf leaf, String wanted) {
        if (type != ClusterRef.class && !context.entriesByName()) {
            return context.failed(
                    "wrong-type",
                    "\"" + name + "\" must be " + words(slot) + ", but this is the text \"" + wanted + "\"",
                    leaf.at(),
                    "take it from a parameter of type " + words(slot).replaceFirst("^an? ", "") + ": ${…}");
        }
        String kind = words(slot).replaceFirst("^an? ", "");
        if (!context.things().names(type).contains(wanted)) {
            return context.failed(
                    type == ClusterRef.class ? "unknown-cluster" : "unknown-entry",
                    "the inventory has no " + kind + " \"" + wanted + "\"",
                    leaf.at(),
                    Nearest.remedy(
                            wanted, "entries of " + kind, context.things().names(type)));
        }
        return context.things().find(type, wanted);
    }

    private Bound ofRecord(String name, Class<? extends Record> type, Slot slot, Arg.Leaf leaf) {
        if (leaf.value() instanceof Value.Struct struct
                && struct.origin().filter(type::isInstance).isPresent()) {
            return new Bound.Done(struct.origin().get());
        }
        if (leaf.value() instanceof Value.Unknown unknown
                && (unknown.type() == Type.Simple.ANY
                        || unknown.type() instanceof Type.Struct struct
                                && struct.identity().equals(type.getName()))) {
            return Bound.OPEN;
        }
        return wrong(name, slot, leaf, ValueWords.of(leaf));
    }

    private Bound nested(String name, Slot.Nested slot, Arg arg) {
        if (arg instanceof Arg.Fields fields) {
            return records.record(slot.type(), fields, "\"" + name + "\"", "field", fields.at());
        }
        Arg.Leaf leaf = arg instanceof Arg.Leaf one ? one : new Arg.Leaf(arg.at(), Value.of(""), false, "");
        if (leaf.value() instanceof Value.Mapped map) {
            return records.record(slot.type(), fields(leaf, map), "\"" + name + "\"", "field", leaf.at());
        }
        if (leaf.value() instanceof Value.Pending) {
            return singles.pending(name, leaf);
        }
        return arg instanceof Arg.Items ? wrong(name, slot, arg, "a list") : ofRecord(name, slot.type(), slot, leaf);
    }

    private Bound maybe(String name, Slot.Maybe slot, Arg arg) {
        if (arg instanceof Arg.Leaf leaf && !leaf.literal() && leaf.value() instanceof Value.Absent) {
            return new Bound.Done(Optional.empty());
        }
        Bound inner = bind(name, slot.inner(), arg);
        return inner instanceof Bound.Done done ? new Bound.Done(Optional.of(done.value())) : inner;
    }

    private Bound later(String name, Slot.Later slot, Arg arg) {
        if (arg instanceof Arg.Leaf leaf && leaf.value() instanceof Value.Pending pending) {
            return new Bound.Done(new Late.Pending<>(pending.ref()));
        }
        Bound inner = bind(name, slot.inner(), arg);
        return inner instanceof Bound.Done done ? new Bound.Done(Late.of(done.value())) : inner;
    }

    private Bound list(String name, Slot.ListOf slot, Arg arg) {
        List<Arg> items;
        if (arg instanceof Arg.Items given) {
            items = given.items();
        } else if (arg instanceof Arg.Leaf leaf && leaf.value() instanceof Value.Listed listed) {
            items = listed.items().stream().<Arg>map(item -> part(leaf, item)).toList();
        } else {
            return open(name, slot, arg);
        }
        List<Bound> bound = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            bound.add(bind(name + "[" + at + "]", slot.inner(), items.get(at)));
        }
        return Bound.unfinished(bound)
                .orElseGet(() -> new Bound.Done(
                        bound.stream().map(one -> one.done().orElseThrow()).toList()));
    }

    private Bound map(String name, Slot.MapOf slot, Arg arg) {
        Arg.Fields fields;
        if (arg instanceof Arg.Fields given) {
            fields = given;
        } else if (arg instanceof Arg.Leaf leaf && leaf.value() instanceof Value.Mapped mapped) {
            fields = fields(leaf, mapped);
        } else {
            return open(name, slot, arg);
        }
        Map<String, Bound> bound = new LinkedHashMap<>();
        fields.fields()
                .forEach(
                        field -> bound.put(field.name(), bind(name + "." + field.name(), slot.inner(), field.value())));
        return Bound.unfinished(bound.values()).orElseGet(() -> {
            Map<String, Object> done = new LinkedHashMap<>();
            bound.forEach((key, one) -> done.put(key, one.done().orElseThrow()));
            return new Bound.Done(java.util.Collections.unmodifiableMap(done));
        });
    }

    private Bound open(String name, Slot slot, Arg arg) {
        boolean fits = arg instanceof Arg.Leaf leaf
                && leaf.value() instanceof Value.Unknown unknown
                && Fit.fits(slot, unknown.type());
        return fits
                ? Bound.OPEN
                : wrong(
                        name,
                        slot,
                        arg,
                        arg instanceof Arg.Leaf leaf
                                ? ValueWords.of(leaf)
                                : arg instanceof Arg.Items ? "a list" : "a map");
    }

    private static Arg.Leaf part(Arg.Leaf whole, Value value) {
        return new Arg.Leaf(whole.at(), value, false, whole.written());
    }

    private static Arg.Fields fields(Arg.Leaf leaf, Value.Mapped map) {
        return new Arg.Fields(
                leaf.at(),
                map.entries().entrySet().stream()
                        .map(entry -> new Arg.Field(leaf.at(), entry.getKey(), part(leaf, entry.getValue())))
                        .toList());
    }

    private Bound wrong(String name, Slot slot, Arg arg, String given) {
        return context.failed(
                "wrong-type",
                "\"" + name + "\" must be " + words(slot) + ", but this is " + given,
                arg.at(),
                "write " + words(slot));
    }

    private String words(Slot slot) {
        return RecordSchema.words(slot, context.catalog());
    }
}
