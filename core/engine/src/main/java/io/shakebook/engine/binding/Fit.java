// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.engine.expression.Type;
import io.shakebook.engine.expression.Type.Simple;
import java.util.Set;

/** Whether a value that is not known yet will fit, by its type. */
final class Fit {
    private static final Set<Type> TEXTS = Set.of(Simple.STRING, Simple.INTEGER, Simple.NUMBER, Simple.BOOLEAN);

    private Fit() {}

    static boolean fits(Slot slot, Type type) {
        if (type == Simple.ANY) {
            return true;
        }
        if (slot instanceof Slot.Maybe maybe) {
            return fits(maybe.inner(), type);
        }
        if (slot instanceof Slot.Later later) {
            return fits(later.inner(), type);
        }
        if (slot instanceof Slot.ListOf list) {
            return type instanceof Type.ListOf given && fits(list.inner(), given.item());
        }
        if (slot instanceof Slot.MapOf map) {
            return type instanceof Type.MapOf given && fits(map.inner(), given.value());
        }
        if (slot instanceof Slot.Wrapped wrapped) {
            return fits(wrapped.inner(), type);
        }
        return slot instanceof Slot.Choice
                ? type == Simple.STRING
                : slot instanceof Slot.Single single && fits(single, type);
    }

    private static boolean fits(Slot.Single single, Type type) {
        switch (single) {
            case STRING:
                return TEXTS.contains(type);
            case TEXT:
            case FILE:
                return TEXTS.contains(type) || type == Simple.SECRET;
            case INT:
            case LONG:
                return type == Simple.INTEGER || type == Simple.BYTES;
            case BYTES:
                return type == Simple.BYTES || type == Simple.INTEGER;
            case DOUBLE:
            case DECIMAL:
                return type == Simple.NUMBER;
            case BOOLEAN:
                return type == Simple.BOOLEAN;
            case DURATION:
                return type == Simple.DURATION;
            case SECRET:
                return type == Simple.SECRET;
            case FIELD_PATH:
                return type == Simple.STRING;
            default:
                return false;
        }
    }
}
