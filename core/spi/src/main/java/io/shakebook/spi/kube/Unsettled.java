// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import static java.util.Objects.requireNonNull;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands in a manifest, while planning, for a field that an earlier step of the plan will change to a value that is not
 * known yet. It is neither a value nor an absence, so whoever reads it is stopped; what stands beside it can be read.
 *
 * @param what the field and its object, in words
 * @param until address of the step after which it is known
 */
public record Unsettled(String what, String until) {
    public Unsettled {
        requireNonNull(what, "what");
        requireNonNull(until, "until");
    }

    /** A field was read that is not known yet. Modules let it pass. */
    public static final class ReadTooEarly extends RuntimeException {
        private final transient Unsettled field;

        ReadTooEarly(Unsettled field) {
            super(field.what() + " is known only after the step " + field.until());
            this.field = field;
        }

        public Unsettled field() {
            return field;
        }
    }

    private static <T> T read(T value) {
        if (value instanceof Unsettled field) {
            throw new ReadTooEarly(field);
        }
        return value;
    }

    /** Unmodifiable; reading a value that is not known yet throws {@link ReadTooEarly}, asking for keys does not. */
    static Map<String, Object> guarded(Map<String, Object> values) {
        return anyOf(values.values()) ? new GuardedMap(values) : values;
    }

    /** As {@link #guarded(Map)}. */
    static List<Object> guarded(List<Object> values) {
        return anyOf(values) ? new GuardedList(values) : values;
    }

    /** Asked for each map of each object that is read. */
    private static boolean anyOf(Collection<Object> values) {
        for (Object value : values) {
            if (value instanceof Unsettled) {
                return true;
            }
        }
        return false;
    }

    private static final class GuardedMap extends AbstractMap<String, Object> {
        private final Map<String, Object> values;

        GuardedMap(Map<String, Object> values) {
            this.values = new LinkedHashMap<>(values);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    return values.entrySet().stream()
                            .<Entry<String, Object>>map(GuardedEntry::new)
                            .iterator();
                }

                @Override
                public int size() {
                    return values.size();
                }
            };
        }
    }

    private static final class GuardedEntry extends AbstractMap.SimpleImmutableEntry<String, Object> {
        GuardedEntry(Map.Entry<String, Object> entry) {
            super(entry);
        }

        @Override
        public Object getValue() {
            return read(super.getValue());
        }
    }

    private static final class GuardedList extends AbstractList<Object> {
        private final List<Object> values;

        GuardedList(List<Object> values) {
            this.values = new ArrayList<>(values);
        }

        @Override
        public Object get(int index) {
            return read(values.get(index));
        }

        @Override
        public int size() {
            return values.size();
        }
    }
}
