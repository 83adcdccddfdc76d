// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who owns spec.replicas after a request to the scale subresource. A Scale of zero replicas leaves them out, so who
 * updates it to zero is not seen to set the field: then nobody owns it.
 */
public final class ScaleOwnership {
    private static final FieldSet REPLICAS = FieldSet.path("f:spec", "f:replicas");

    private ScaleOwnership() {}

    /** Writes the ownership that {@code live} had, with this change, into {@code after}. */
    public static void record(ObjectNode live, ObjectNode after, Owner owner, boolean force, String now)
            throws ApplyConflict {
        Ownership ownership = Ownership.of(live);
        boolean changed = Json.number(live, 0, "spec", "replicas") != Json.number(after, 0, "spec", "replicas");
        boolean apply = owner.operation() == Owner.Operation.APPLY;
        if (changed && apply && !force) {
            refuse(ownership, owner);
        }
        boolean shown = apply || Json.number(after, 0, "spec", "replicas") != 0;
        if (changed) {
            ownership.take(owner, REPLICAS);
            FieldSet others = ownership.fields(owner).difference(REPLICAS);
            ownership.set(owner, shown ? others.union(REPLICAS) : others, now);
        } else if (apply) {
            ownership.set(owner, ownership.fields(owner).union(REPLICAS), now);
        }
        ownership.writeTo(after);
    }

    private static void refuse(Ownership ownership, Owner owner) throws ApplyConflict {
        List<ApplyConflict.Conflict> conflicts = new ArrayList<>();
        ownership.holdings().forEach((other, holding) -> {
            if (!other.equals(owner) && !holding.fields().intersection(REPLICAS).isEmpty()) {
                conflicts.add(new ApplyConflict.Conflict(other.shown(), ".spec.replicas"));
            }
        });
        if (!conflicts.isEmpty()) {
            throw new ApplyConflict(conflicts);
        }
    }
}
