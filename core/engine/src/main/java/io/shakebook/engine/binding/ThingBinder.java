// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Value;
import io.shakebook.engine.source.Nearest;
import io.shakebook.spi.kube.ClusterRef;
import java.util.Collection;
import java.util.Optional;

/** Binds what the inventory names: clusters and entries; and whole records that an expression gives. */
final class ThingBinder {
    private final BindingContext context;

    ThingBinder(BindingContext context) {
        this.context = context;
    }

    /** The record class, if the slot is filled by something that the inventory names. */
    Optional<Class<? extends Record>> type(Slot slot) {
        if (slot == Slot.Single.CLUSTER) {
            return Optional.of(ClusterRef.class);
        }
        Optional<Class<? extends Record>> type = slot instanceof Slot.Nested nested
                ? Optional.of(nested.type())
                : slot instanceof Slot.Wrapped wrapped ? Optional.of(wrapped.type()) : Optional.empty();
        return type.filter(one -> context.catalog().typeOf(one).isPresent());
    }

    Bound thing(String name, Class<? extends Record> type, Slot slot, Arg.Leaf leaf) {
        return leaf.value() instanceof Value.Known known && known.value() instanceof String wanted
                ? byName(name, type, slot, leaf, wanted)
                : record(name, type, slot, leaf);
    }

    /** A record that an expression gives as a whole. */
    Bound record(String name, Class<? extends Record> type, Slot slot, Arg.Leaf leaf) {
        if (leaf.value() instanceof Value.Struct struct
                && struct.origin().filter(type::isInstance).isPresent()) {
            return new Bound.Done(struct.origin().get());
        }
        boolean open = leaf.value() instanceof Value.Unknown unknown
                && (unknown.type() == Type.Simple.ANY
                        || unknown.type() instanceof Type.Struct struct
                                && struct.identity().equals(type.getName()));
        return open ? Bound.OPEN : context.wrongType(name, slot, leaf);
    }

    private Bound byName(String name, Class<? extends Record> type, Slot slot, Arg.Leaf leaf, String wanted) {
        String kind = context.words(slot).replaceFirst("^an? ", "");
        if (type != ClusterRef.class && !context.entriesByName()) {
            return context.failed(
                    "wrong-type",
                    "\"" + name + "\" must be " + context.words(slot) + ", but this is the text \"" + wanted + "\"",
                    leaf.at(),
                    "take it from a parameter of type " + kind + ": ${…}");
        }
        Collection<String> names = context.things().names(type);
        if (!names.contains(wanted)) {
            return context.failed(
                    type == ClusterRef.class ? "unknown-cluster" : "unknown-entry",
                    "the inventory has no " + kind + " \"" + wanted + "\"",
                    leaf.at(),
                    Nearest.remedy(wanted, kind + "s", names));
        }
        return context.things().find(type, wanted);
    }
}
