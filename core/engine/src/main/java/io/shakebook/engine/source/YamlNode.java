// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A piece of a YAML file with its place. */
public sealed interface YamlNode {

    Position at();

    /** For a message: {@code a list}. */
    String kind();

    /** Keys are unique. */
    record Mapping(Position at, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<YamlNode> get(String key) {
            return entry(key).map(Entry::value);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
        }

        /** The keys. */
        public Set<String> names() {
            return entries.stream().map(Entry::name).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String kind() {
            return "a map";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {
        public String name() {
            return key.text();
        }
    }

    /** A list. */
    record Sequence(Position at, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param text its characters, without quotes and escapes
     * @param value String, Long, BigDecimal or Boolean; empty for null
     * @param raw how it is written
     */
    record Scalar(Position at, String text, Optional<Object> value, RawText raw) implements YamlNode {

        /** The place of some of its characters; offset and length in chars of {@link #text()}. */
        public Position at(int offset, int length) {
            return raw.locate(text, offset, length).orElse(at);
        }

        public boolean isNull() {
            return value.isEmpty();
        }

        @Override
        public String kind() {
            if (isNull()) {
                return "nothing";
            }
            Object known = value.get();
            if (known instanceof Long) {
                return "the whole number " + text;
            }
            if (known instanceof Boolean) {
                return "the boolean " + text;
            }
            return known instanceof String ? "the text \"" + shown() + "\"" : "the number " + text;
        }

        private String shown() {
            return text.length() > 60 ? text.substring(0, 57) + "..." : text;
        }
    }

    /** A value whose mistake was reported already; nothing more is to be said about it. */
    record Faulty(Position at) implements YamlNode {
        @Override
        public String kind() {
            return "a wrong value";
        }
    }
}
