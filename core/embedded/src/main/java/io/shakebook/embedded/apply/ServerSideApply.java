// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Server-side apply as a pure function. Source: structured-merge-diff, merge/update.go. */
public final class ServerSideApply {
    private final FieldType type;
    private final FieldSet notApplied;

    /**
     * @param type the object's type
     * @param notApplied branches that this request cannot own, such as the status
     */
    public ServerSideApply(FieldType type, FieldSet notApplied) {
        this.type = type;
        this.notApplied = notApplied;
    }

    /**
     * The live object with the configuration laid over it, what the owner no longer sends taken out, and ownership
     * written into it.
     *
     * @param live the stored object, or an empty one
     * @throws ApplyConflict if others own a changed field and {@code force} is not set
     */
    public ObjectNode apply(ObjectNode live, ObjectNode config, Owner owner, boolean force, String now)
            throws ApplyConflict {
        Ownership ownership = Ownership.of(live);
        FieldSet last = ownership.fields(owner);
        FieldSet wanted = Ownership.ownable(Fields.owned(config, type)).without(notApplied);
        ownership.set(owner, wanted, time(ownership, owner, now));
        JsonNode merged = Overlay.merge(live, config, type);
        JsonNode pruned = Removal.without(merged, type, last.difference(wanted), ownership.all());
        ObjectNode result = pruned instanceof ObjectNode object ? object : Json.object();
        Comparison comparison = Ownership.compare(live, result, type).without(notApplied);
        refuseConflicts(ownership, owner, comparison.addedOrModified(), force);
        ownership.take(owner, comparison.addedOrModified().union(comparison.removed()));
        if (!comparison.isSame() || !wanted.equals(last)) {
            ownership.set(owner, wanted, now);
        }
        ownership.writeTo(result);
        return result;
    }

    private static String time(Ownership ownership, Owner owner, String now) {
        Ownership.Holding holding = ownership.holdings().get(owner);
        return holding == null ? now : holding.time();
    }

    private static void refuseConflicts(Ownership ownership, Owner owner, FieldSet changed, boolean force)
            throws ApplyConflict {
        List<ApplyConflict.Conflict> conflicts = new ArrayList<>();
        ownership.holdings().forEach((other, holding) -> {
            if (!other.equals(owner)) {
                holding.fields()
                        .intersection(changed)
                        .paths()
                        .forEach(path -> conflicts.add(new ApplyConflict.Conflict(other.shown(), Step.shown(path))));
            }
        });
        if (!force && !conflicts.isEmpty()) {
            throw new ApplyConflict(conflicts);
        }
    }
}
