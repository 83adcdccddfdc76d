// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object that is read strictly: each member is asked for by name and type, and none may be left at the end. */
public final class JsonObject {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final String at;

    /** An object has not the members that were expected; the message names the place. */
    public static final class Misfit extends Exception {
        public Misfit(String message) {
            super(message);
        }
    }

    /** What is done with each member of an object or item of a list. */
    public interface Reading<V, R> {
        R read(V value) throws Misfit;
    }

    /** @param at how messages name the object; empty for the outermost one */
    public JsonObject(Map<?, ?> members, String at) {
        members.forEach((key, value) -> this.members.put((String) key, value));
        this.left.addAll(this.members.keySet());
        this.at = at;
    }

    /** All members, also those that were not asked for. */
    public Map<String, @Nullable Object> members() {
        return members;
    }

    /** @throws Misfit if a member was not asked for */
    public void done() throws Misfit {
        if (!left.isEmpty()) {
            throw wrong(left.iterator().next(), "is not known to this version");
        }
    }

    /** A member that must be a string, as all getters do: throws Misfit if it is missing or of another type. */
    public String text(String name) throws Misfit {
        return optionalText(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    public Optional<String> optionalText(String name) throws Misfit {
        return optional(name, String.class, "must be a string");
    }

    public long number(String name) throws Misfit {
        return required(name, Long.class, "must be a whole number");
    }

    public boolean flag(String name) throws Misfit {
        return required(name, Boolean.class, "must be true or false");
    }

    public JsonObject object(String name) throws Misfit {
        return new JsonObject(required(name, Map.class, "must be an object"), place(name));
    }

    public Map<?, ?> map(String name) throws Misfit {
        return required(name, Map.class, "must be an object");
    }

    /** Any value. */
    public Object value(String name) throws Misfit {
        return required(name, Object.class, "is missing");
    }

    public Optional<Object> optionalValue(String name) throws Misfit {
        return optional(name, Object.class, "is missing");
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** The members of an object whose values are objects, by name. */
    public <R> Map<String, R> objects(String name, Reading<JsonObject, R> reading) throws Misfit {
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
    public Map<String, String> texts(String name) throws Misfit {
        JsonObject parent = object(name);
        Map<String, String> read = new LinkedHashMap<>();
        for (String key : parent.members.keySet()) {
            read.put(key, parent.text(key));
        }
        return read;
    }

    /** The items of a list of objects. */
    public <R> List<R> objectList(String name, Reading<JsonObject, R> reading) throws Misfit {
        return list(name, Map.class, "must be an object", item -> {
            JsonObject child = new JsonObject(item, place(name));
            R read = reading.read(child);
            child.done();
            return read;
        });
    }

    /** The items of a list of strings. */
    public <R> List<R> textList(String name, Reading<String, R> reading) throws Misfit {
        return list(name, String.class, "must be a string", reading);
    }

    private <T, R> List<R> list(String name, Class<T> type, String expected, Reading<T, R> reading) throws Misfit {
        List<R> read = new ArrayList<>();
        for (Object item : required(name, List.class, "must be a list")) {
            if (!type.isInstance(item)) {
                throw wrong(name, "has an item that " + expected);
            }
            read.add(reading.read(type.cast(item)));
        }
        return read;
    }

    /** What to throw if a member's value cannot be. */
    public Misfit wrong(String name, String what) {
        return new Misfit("\"" + place(name) + "\" " + what);
    }

    private String place(String name) {
        return at.isEmpty() ? name : at + "." + name;
    }

    private <T> T required(String name, Class<T> type, String expected) throws Misfit {
        return optional(name, type, expected).orElseThrow(() -> wrong(name, "is missing"));
    }

    private <T> Optional<T> optional(String name, Class<T> type, String expected) throws Misfit {
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
