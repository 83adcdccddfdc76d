// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.value.OutputRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an expression was evaluated to. */
public sealed interface Value {

    Value FAULTY = new Faulty();

    static Value of(Object scalar) {
        return new Known(scalar);
    }

    /** A single value: String, Long, BigDecimal, Boolean, Duration or SecretRef. */
    record Known(Object value) implements Value {
        public Known {
            requireNonNull(value, "value");
        }
    }

    /** Gives members by name when they are asked for, so that it can be seen which were used. */
    @FunctionalInterface
    interface Members {
        Value get(String name);
    }

    /**
     * Something with named members.
     *
     * @param origin the record that it stands for, if it stands for one
     * @param key row key; empty if it is no row
     */
    record Struct(Members members, Optional<Record> origin, String key) implements Value {}

    /** Rows by key. */
    record Table(Set<String> keys, Members rows) implements Value {}

    /** A list. */
    record Listed(List<Value> items) implements Value {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /** A map. */
    record Mapped(Map<String, Value> entries) implements Value {
        public Mapped {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** A text with expressions in it, piece by piece. */
    record Joined(List<Value> pieces) implements Value {
        public Joined {
            pieces = List.copyOf(pieces);
        }
    }

    /** An output that is known only after its step. */
    record Pending(OutputRef ref) implements Value {}

    /** Not known yet, but of this type. */
    record Unknown(Type type) implements Value {}

    /** There is none. @param why in words, for the message if a value is needed: {@code the step "x" is left out} */
    record Absent(String why) implements Value {}

    /** Its mistake was reported. */
    record Faulty() implements Value {}
}
