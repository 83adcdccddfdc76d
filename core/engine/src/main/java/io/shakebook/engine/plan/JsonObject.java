// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object that is read strictly: each member is asked for by name and type, and none may be left at the end. */
final class JsonObject {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final String at;

    /** What is done with each member of an object or item of a list. */
    interface Reading<V, R> {
        R read(V value) throws Unusable;
    }

    JsonObject(Map<?, ?> members, String at) {
        members.forEach((key, value) -> this.members.put((String) key, value));
        this.left.addAll(this.members.keySet());
        this.at = at;
    }

    Map<String, @Nullable Object> members() {
        return members;
    }

    /** @throws Unusable if a member was not asked for */
    void done() throws Unusable {
        if (!left.isEmpty()) {
            throw wrong(left.iterator().next(), "is not known to this version");
        }
    }

    String text(String name) throws Unusable {
        return optionalText(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    Optional<String> optionalText(String name) throws Unusable {
        return optional(name, String.class, "must be a string");
    }

    long number(String name) throws Unusable {
        return required(name, Long.class, "must be a whole number");
    }

    boolean flag(String name) throws Unusable {
        return required(name, Boolean.class, "must be true or false");
    }

    JsonObject object(String name) throws Unusable {
        return new JsonObject(required(name, Map.class, "must be an object"), place(name));
    }

    Map<?, ?> map(String name) throws Unusable {
        return required(name, Map.class, "must be an object");
    }

    /** Any value. */
    Object value(String name) throws Unusable {
        return required(name, Object.class, "is missing");
    }

    Optional<Object> optionalValue(String name) throws Unusable {
        return optional(name, Object.class, "is missing");
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** The members of an object whose values are objects, by name. */
    <R> Map<String, R> objects(String name, Reading<JsonObject, R> reading) throws Unusable {
        JsonObject parent = object(name);
        Map<String, R> read = new LinkedHashMap<>();
        for (String key : parent.members.keySet()) {
            JsonObject child = parent.object(key);
            read.put(key, reading.read(child));
            child.done();
        }
        return read;
    }

    /** The members of an object whose values are strings, by name. */
    Map<String, String> texts(String name) throws Unusable {
        JsonObject parent = object(name);
        Map<String, String> read = new LinkedHashMap<>();
        for (String key : parent.members.keySet()) {
            read.put(key, parent.text(key));
        }
        return read;
    }

    /** The items of a list of objects. */
    <R> List<R> objectList(String name, Reading<JsonObject, R> reading) throws Unusable {
        return list(name, Map.class, "must be an object", item -> {
            JsonObject child = new JsonObject(item, place(name));
            R read = reading.read(child);
            child.done();
            return read;
        });
    }

    /** The items of a list of strings. */
    <R> List<R> textList(String name, Reading<String, R> reading) throws Unusable {
        return list(name, String.class, "must be a string", reading);
    }

    private <T, R> List<R> list(String name, Class<T> type, String expected, Reading<T, R> reading) throws Unusable {
        List<R> read = new ArrayList<>();
        for (Object item : required(name, List.class, "must be a list")) {
            if (!type.isInstance(item)) {
                throw wrong(name, "has an item that " + expected);
            }
            read.add(reading.read(type.cast(item)));
        }
        return read;
    }

    Unusable wrong(String name, String what) {
        return new Unusable("the plan is not usable: \"" + place(name) + "\" " + what);
    }

    private String place(String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    private <T> T required(String name, Class<T> type, String expected) throws Unusable {
        return optional(name, type, expected).orElseThrow(() -> wrong(name, "is missing"));
    }

    private <T> Optional<T> optional(String name, Class<T> type, String expected) throws Unusable {
        left.remove(name);
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrong(name, expected);
        }
        return Optional.of(type.cast(value));
    }
}
