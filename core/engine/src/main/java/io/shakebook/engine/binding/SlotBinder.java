// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Value;
import io.shakebook.spi.value.Late;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds one value to what a component can take; dispatches on the component's type. */
final class SlotBinder {
    private final BindingContext context;
    private final Binder records;
    private final SingleBinder singles;
    private final ThingBinder things;
    private final FileBinder files;

    SlotBinder(BindingContext context, Binder records) {
        this.context = context;
        this.records = records;
        this.singles = new SingleBinder(context);
        this.things = new ThingBinder(context);
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
                            "missing-value", "\"" + name + "\" has no value", leaf.at(), "write " + context.words(slot))
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
        Optional<Class<? extends Record>> thing = things.type(slot);
        if (thing.isEmpty() && slot instanceof Slot.Nested nested) {
            return nested(name, nested, arg);
        }
        if (!(arg instanceof Arg.Leaf leaf)) {
            return context.wrongType(name, slot, arg);
        }
        return thing.isPresent() ? things.thing(name, thing.get(), slot, leaf) : singles.bind(name, slot, leaf);
    }

    private Bound nested(String name, Slot.Nested slot, Arg arg) {
        if (arg instanceof Arg.Fields fields) {
            return records.record(slot.type(), fields, "\"" + name + "\"", "field", fields.at());
        }
        if (!(arg instanceof Arg.Leaf leaf)) {
            return context.wrongType(name, slot, arg);
        }
        if (leaf.value() instanceof Value.Mapped map) {
            return records.record(slot.type(), fields(leaf, map), "\"" + name + "\"", "field", leaf.at());
        }
        return leaf.value() instanceof Value.Pending
                ? singles.pending(name, leaf)
                : things.record(name, slot.type(), slot, leaf);
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
            return new Bound.Done(Collections.unmodifiableMap(done));
        });
    }

    private Bound open(String name, Slot slot, Arg arg) {
        boolean fits = arg instanceof Arg.Leaf leaf
                && leaf.value() instanceof Value.Unknown unknown
                && Fit.fits(slot, unknown.type());
        return fits ? Bound.OPEN : context.wrongType(name, slot, arg);
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
}
