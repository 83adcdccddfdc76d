// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.schema;

import java.util.List;
import java.util.Map;

/** What a field may hold and how far ownership goes into it. */
public sealed interface FieldType {

    enum Scalar implements FieldType {
        TEXT,
        NUMBER,
        FLAG,
        /** A time with microseconds: the real server refuses one without them. */
        MICRO_TIME,
        /** Text in base64. */
        BYTES,
        /** Number or text: ports by number or name, quantities, percentages. */
        ANY
    }

    /** Declared fields; an undeclared one is an error in server-side apply. */
    record Struct(Map<String, FieldType> fields) implements FieldType {}

    /** Any keys, each with an owner of its own: labels, data. */
    record Entries(Scalar value) implements FieldType {}

    /** One owner for the whole value; {@code inner} still says which fields are declared. */
    record Atomic(FieldType inner) implements FieldType {}

    /** A list whose items are known by some of their fields; a key with a default may be left out. */
    record Items(List<Key> keys, FieldType item) implements FieldType {}

    /** A field that identifies an item, with the value that it has when absent ("" for none). */
    record Key(String name, String absent) {}

    /** A list of scalars without duplicates, each with an owner of its own: finalizers. */
    record ScalarSet() implements FieldType {}

    /** A list with one owner whose items have declared fields. */
    record Sequence(FieldType item) implements FieldType {}

    /** Not declared further: maps are granular, lists atomic. */
    record Open() implements FieldType {}
}
