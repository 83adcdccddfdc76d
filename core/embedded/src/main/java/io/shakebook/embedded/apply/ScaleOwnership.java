// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import io.shakebook.embedded.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who owns spec.replicas after a request to the scale subresource. Follows what a real server was measured to do; the
 * odd case is a manager that scales by an update what it applied itself: then nobody owns the field.
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
        if (changed) {
            boolean ownApply = ownership.holdings().entrySet().stream()
                    .anyMatch(entry -> entry.getKey().manager().equals(owner.manager())
                            && entry.getKey().operation() == Owner.Operation.APPLY
                            && !entry.getValue().fields().intersection(REPLICAS).isEmpty());
            ownership.take(owner, REPLICAS);
            if (apply || !ownApply) {
                ownership.set(owner, ownership.fields(owner).union(REPLICAS), now);
            }
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
