// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.binding;

import io.shakebook.spi.kube.ClusterRef;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.value.FileContent;
import io.shakebook.spi.value.Late;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a component of a record can take: its Java type, in the terms of the language. */
public sealed interface Slot {

    /** For docs and messages: {@code a whole number}. */
    String words();

    /** Values that are one piece. */
    enum Single implements Slot {
        STRING("a text"),
        INT("a whole number"),
        LONG("a whole number"),
        BYTES("a size such as 4KiB"),
        DOUBLE("a number with a decimal point"),
        DECIMAL("a number with a decimal point"),
        BOOLEAN("true or false"),
        DURATION("a duration such as 90s or 1h30m"),
        FIELD_PATH("a field such as spec.replicas"),
        TEXT("a text"),
        FILE("a text, or template: and set:"),
        SECRET("a secret"),
        CLUSTER("a cluster");

        private final String words;

        Single(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** One of the constants of an enum. */
    record Choice(Class<? extends Enum<?>> type) implements Slot {

        List<String> options() {
            return List.of(type.getEnumConstants()).stream().map(Kebab::of).toList();
        }

        @Override
        public String words() {
            return "one of " + String.join(", ", options());
        }
    }

    /** A record around a single value, which checks it: a port, a name. */
    record Wrapped(Class<? extends Record> type, Slot inner) implements Slot {
        @Override
        public String words() {
            return inner.words();
        }
    }

    /** Any other record. */
    record Nested(Class<? extends Record> type) implements Slot {
        @Override
        public String words() {
            return "a " + Kebab.of(type.getSimpleName());
        }
    }

    /** A value that may be left out. */
    record Maybe(Slot inner) implements Slot {
        @Override
        public String words() {
            return inner.words();
        }
    }

    /** A list. */
    record ListOf(Slot inner) implements Slot {
        @Override
        public String words() {
            return "a list, each item " + inner.words();
        }
    }

    /** A map with text keys. */
    record MapOf(Slot inner) implements Slot {
        @Override
        public String words() {
            return "a map, each value " + inner.words();
        }
    }

    /** A value that may be pending. */
    record Later(Slot inner) implements Slot {
        @Override
        public String words() {
            return inner.words();
        }
    }

    Map<Class<?>, Single> SINGLES = Map.ofEntries(
            Map.entry(String.class, Single.STRING),
            Map.entry(int.class, Single.INT),
            Map.entry(Integer.class, Single.INT),
            Map.entry(long.class, Single.LONG),
            Map.entry(Long.class, Single.LONG),
            Map.entry(double.class, Single.DOUBLE),
            Map.entry(Double.class, Single.DOUBLE),
            Map.entry(BigDecimal.class, Single.DECIMAL),
            Map.entry(boolean.class, Single.BOOLEAN),
            Map.entry(Boolean.class, Single.BOOLEAN),
            Map.entry(Duration.class, Single.DURATION),
            Map.entry(FieldPath.class, Single.FIELD_PATH),
            Map.entry(Text.class, Single.TEXT),
            Map.entry(FileContent.class, Single.FILE),
            Map.entry(SecretRef.class, Single.SECRET),
            Map.entry(ClusterRef.class, Single.CLUSTER));

    Set<Single> WRAPPABLE =
            Set.of(Single.STRING, Single.INT, Single.LONG, Single.DOUBLE, Single.DECIMAL, Single.BOOLEAN);

    /** @throws IllegalStateException if a module uses a type that the language does not have */
    static Slot of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] inner = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return new Maybe(of(inner[0]));
            }
            if (generic.getRawType() == List.class) {
                return new ListOf(of(inner[0]));
            }
            if (generic.getRawType() == Late.class) {
                return new Later(of(inner[0]));
            }
            if (generic.getRawType() == Map.class && inner[0] == String.class) {
                return new MapOf(of(inner[1]));
            }
        } else if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        throw new IllegalStateException("please report: a module uses the type " + type + ", which cannot be bound");
    }

    @SuppressWarnings("unchecked") // isEnum says that it is one
    private static Slot ofClass(Class<?> type) {
        if (SINGLES.containsKey(type)) {
            return SINGLES.get(type);
        }
        if (type.isEnum()) {
            return new Choice((Class<? extends Enum<?>>) type);
        }
        if (!type.isRecord()) {
            throw new IllegalStateException("please report: a module uses " + type + ", which cannot be bound");
        }
        Class<? extends Record> record = type.asSubclass(Record.class);
        var components = type.getRecordComponents();
        if (components.length != 1) {
            return new Nested(record);
        }
        return Optional.ofNullable(SINGLES.get(components[0].getType()))
                .filter(WRAPPABLE::contains)
                .<Slot>map(inner -> new Wrapped(record, inner))
                .orElse(new Nested(record));
    }
}
