// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.schema.FieldType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who owns which field of an object: metadata.managedFields as data. Changed in place by the workers of this package. */
public final class Ownership {
    /** Fields that belong to the server and to nobody else. */
    private static final FieldSet SERVER_FIELDS = serverFields();

    /** What an owner holds, and when it last changed something (RFC 3339, "" if unknown). */
    record Holding(FieldSet fields, String time) {}

    private final Map<Owner, Holding> holdings = new LinkedHashMap<>();

    private Ownership() {}

    public static Ownership of(JsonNode object) {
        Ownership ownership = new Ownership();
        Json.eachObject(
                Json.at(object, "metadata", "managedFields"),
                entry -> ownership.holdings.put(
                        new Owner(
                                Json.text(entry, "manager"),
                                Json.text(entry, "operation").equals("Apply")
                                        ? Owner.Operation.APPLY
                                        : Owner.Operation.UPDATE,
                                Json.text(entry, "apiVersion"),
                                Json.text(entry, "subresource")),
                        new Holding(FieldSet.fromJson(entry.path("fieldsV1")), Json.text(entry, "time"))));
        return ownership;
    }

    private static FieldSet serverFields() {
        FieldSet all = FieldSet.path("f:apiVersion").union(FieldSet.path("f:kind"));
        for (String name : new String[] {
            "name",
            "namespace",
            "creationTimestamp",
            "selfLink",
            "uid",
            "generation",
            "managedFields",
            "resourceVersion",
            "deletionTimestamp",
            "deletionGracePeriodSeconds"
        }) {
            all = all.union(FieldSet.path("f:metadata", "f:" + name));
        }
        return all;
    }

    /** What may be owned of an applied tree. */
    static FieldSet ownable(FieldSet fields) {
        return fields.without(SERVER_FIELDS);
    }

    static Comparison compare(JsonNode before, JsonNode after, FieldType type) {
        return Comparison.of(before, after, type).without(SERVER_FIELDS);
    }

    FieldSet fields(Owner owner) {
        return Optional.ofNullable(holdings.get(owner)).map(Holding::fields).orElse(FieldSet.EMPTY);
    }

    Map<Owner, Holding> holdings() {
        return holdings;
    }

    /** Everything that anybody owns. */
    FieldSet all() {
        return holdings.values().stream().map(Holding::fields).reduce(FieldSet.EMPTY, FieldSet::union);
    }

    void set(Owner owner, FieldSet fields, String time) {
        if (fields.isEmpty()) {
            holdings.remove(owner);
        } else {
            holdings.put(owner, new Holding(fields, time));
        }
    }

    /** Takes fields away from everybody but one owner. */
    void take(Owner owner, FieldSet fields) {
        for (Owner other : holdings.keySet().toArray(new Owner[0])) {
            Holding holding = holdings.get(other);
            if (!other.equals(owner) && holding != null) {
                set(other, holding.fields().difference(fields), holding.time());
            }
        }
    }

    /** True if an owner by this operation holds the field. */
    boolean holds(Owner owner, String... path) {
        return fields(owner).has(path);
    }

    /**
     * Records a change that was not an apply: what it set is now its own, what it removed is nobody's.
     * Nothing changes if before and after are equal.
     */
    public void update(JsonNode before, JsonNode after, FieldType type, Owner owner, String now) {
        Comparison comparison = compare(before, after, type);
        if (comparison.isSame()) {
            return;
        }
        take(owner, comparison.addedOrModified().union(comparison.removed()));
        FieldSet own = fields(owner).difference(comparison.removed()).union(comparison.addedOrModified());
        set(owner, own, now);
    }

    /** Writes this into the object's metadata.managedFields. */
    public void writeTo(ObjectNode object) {
        ArrayNode entries = Json.ensure(object, "metadata").putArray("managedFields");
        holdings.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Owner, Holding> entry) ->
                                entry.getKey().operation())
                        .thenComparing(entry -> entry.getValue().time())
                        .thenComparing(entry -> entry.getKey().manager()))
                .forEach(entry -> entries.add(json(entry.getKey(), entry.getValue())));
        if (entries.isEmpty()) {
            Json.ensure(object, "metadata").remove("managedFields");
        }
    }

    private static ObjectNode json(Owner owner, Holding holding) {
        ObjectNode entry = Json.object()
                .put("manager", owner.manager())
                .put("operation", owner.operation().shown())
                .put("apiVersion", owner.apiVersion());
        if (!holding.time().isEmpty()) {
            entry.put("time", holding.time());
        }
        entry.put("fieldsType", "FieldsV1").set("fieldsV1", holding.fields().toJson());
        if (!owner.subresource().isEmpty()) {
            entry.put("subresource", owner.subresource());
        }
        return entry;
    }
}
