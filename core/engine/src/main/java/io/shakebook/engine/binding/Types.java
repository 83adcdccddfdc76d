// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Type.Member;
import io.shakebook.engine.expression.Type.Simple;
import io.shakebook.spi.kube.ClusterRef;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types that expressions over records have. */
public final class Types {
    private final Catalog catalog;

    public Types(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The members of a record, for expressions. @param owner and {@code word} as in {@link Type.Struct} */
    public Type.Struct struct(Class<? extends Record> type, String owner, String word) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (RecordShape.Component component : RecordShape.of(type).components()) {
            members.put(component.name(), new Member(of(component.slot()), component.optional()));
        }
        return new Type.Struct(owner, word, type.getName(), members, false);
    }

    public Type of(Slot slot) {
        if (slot instanceof Slot.Maybe maybe) {
            return of(maybe.inner());
        }
        if (slot instanceof Slot.Later later) {
            return of(later.inner());
        }
        if (slot instanceof Slot.ListOf list) {
            return new Type.ListOf(of(list.inner()));
        }
        if (slot instanceof Slot.MapOf map) {
            return new Type.MapOf(of(map.inner()));
        }
        if (slot instanceof Slot.Nested nested) {
            return named(nested.type());
        }
        if (slot instanceof Slot.Wrapped wrapped) {
            return catalog.typeOf(wrapped.type()).isPresent() ? named(wrapped.type()) : of(wrapped.inner());
        }
        return slot instanceof Slot.Single single ? single(single) : Simple.STRING;
    }

    private Type named(Class<? extends Record> type) {
        String name = catalog.typeOf(type).map(known -> known.name()).orElse(Kebab.of(type.getSimpleName()));
        return struct(type, "a " + name, "field");
    }

    private Type single(Slot.Single single) {
        switch (single) {
            case INT:
            case LONG:
                return Simple.INTEGER;
            case BYTES:
                return Simple.BYTES;
            case DOUBLE:
            case DECIMAL:
                return Simple.NUMBER;
            case BOOLEAN:
                return Simple.BOOLEAN;
            case DURATION:
                return Simple.DURATION;
            case SECRET:
                return Simple.SECRET;
            case CLUSTER:
                return struct(ClusterRef.class, "a cluster", "field");
            default:
                return Simple.STRING;
        }
    }
}
