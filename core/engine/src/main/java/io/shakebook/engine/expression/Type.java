// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an expression gives; known before any cluster is touched. */
public sealed interface Type {

    /** For a message, with its article: {@code a whole number}. */
    String words();

    /** Types without parts. */
    enum Simple implements Type {
        STRING("a text"),
        INTEGER("a whole number"),
        NUMBER("a number with a decimal point"),
        BOOLEAN("a boolean"),
        DURATION("a duration"),
        BYTES("a size in bytes"),
        SECRET("a secret"),
        /** A mistake was reported already; fits everywhere. */
        ANY("any value");

        private final String words;

        Simple(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /** A member of a {@link Struct}. @param optional whether it may be absent */
    record Member(Type type, boolean optional) {}

    /**
     * Something with named members.
     *
     * @param owner for messages: {@code the step "front"}
     * @param word what its members are called: {@code output}
     * @param identity two structs with the same identity are the same kind of thing
     * @param row whether it is one of several rows and has a key
     */
    record Struct(String owner, String word, String identity, Map<String, Member> members, boolean row)
            implements Type {
        public Struct {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The type of a member; {@link Simple#ANY} if there is none of this name. */
        public Type of(String member) {
            return members.containsKey(member) ? members.get(member).type() : Simple.ANY;
        }

        public Struct asRow() {
            return new Struct(owner, word, identity, members, true);
        }

        @Override
        public String words() {
            return owner;
        }
    }

    /** Rows with keys: of a fact, or of a step with {@code for-each}. */
    record Rows(Struct row) implements Type {
        @Override
        public String words() {
            return "rows of " + row.owner();
        }
    }

    /** A list. */
    record ListOf(Type item) implements Type {
        @Override
        public String words() {
            return "a list";
        }
    }

    /** A map with text keys. */
    record MapOf(Type value) implements Type {
        @Override
        public String words() {
            return "a map";
        }
    }
}
