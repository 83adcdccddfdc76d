// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import java.math.BigDecimal;
import java.util.Optional;

/** Follows paths through values; what is not known yet stays so, with the type of the part. */
final class Values {

    private Values() {}

    static Value field(Value value, String name) {
        if (value instanceof Value.Struct struct) {
            return struct.members().get(name);
        }
        if (value instanceof Value.Unknown unknown && unknown.type() instanceof Type.Struct struct) {
            Type.Member member = struct.members().get(name);
            return member == null ? Value.FAULTY : new Value.Unknown(member.type());
        }
        if (value instanceof Value.Mapped map) {
            return map.entries().getOrDefault(name, new Value.Absent(""));
        }
        return value instanceof Value.Absent ? value : Value.FAULTY;
    }

    static Value at(Value value, String key) {
        if (value instanceof Value.Table table) {
            return table.rows().get(key);
        }
        if (value instanceof Value.Mapped map) {
            return map.entries().getOrDefault(key, new Value.Absent(""));
        }
        if (value instanceof Value.Listed list) {
            return key.matches("[0-9]{1,6}")
                            && Integer.parseInt(key) < list.items().size()
                    ? list.items().get(Integer.parseInt(key))
                    : new Value.Absent("");
        }
        return anyRow(value);
    }

    /** A row, when it is not known which. */
    static Value anyRow(Value value) {
        if (value instanceof Value.Unknown unknown) {
            if (unknown.type() instanceof Type.Rows rows) {
                return new Value.Unknown(rows.row());
            }
            if (unknown.type() instanceof Type.MapOf map) {
                return new Value.Unknown(map.value());
            }
            return unknown.type() instanceof Type.ListOf list ? new Value.Unknown(list.item()) : Value.FAULTY;
        }
        return value instanceof Value.Absent ? value : Value.FAULTY;
    }

    /** The key that a value in brackets stands for; empty if it is not known. */
    static Optional<String> key(Value value) {
        if (value instanceof Value.Struct struct) {
            return Optional.of(struct.key());
        }
        return value instanceof Value.Known known ? Scalars.text(known.value()) : Optional.empty();
    }

    /** Empty if it is not known. */
    static Optional<Boolean> in(Value item, Value many) {
        if (!(item instanceof Value.Known known)) {
            return Optional.empty();
        }
        if (many instanceof Value.Listed list) {
            boolean allKnown = list.items().stream().allMatch(Value.Known.class::isInstance);
            boolean found = list.items().stream()
                    .anyMatch(one -> one instanceof Value.Known other && same(other.value(), known.value()));
            return found || allKnown ? Optional.of(found) : Optional.empty();
        }
        if (many instanceof Value.Mapped map) {
            return Optional.of(map.entries().containsKey(String.valueOf(known.value())));
        }
        return many instanceof Value.Table table
                ? Optional.of(table.keys().contains(String.valueOf(known.value())))
                : Optional.empty();
    }

    /** Equal values; numbers by size, so that 6 and 6.0 are the same. */
    static boolean same(Object one, Object other) {
        boolean numbers = one instanceof Number && other instanceof Number;
        return numbers
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : one.equals(other);
    }
}
