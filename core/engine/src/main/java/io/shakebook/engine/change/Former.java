// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a manager applies so that a change of it is taken back: what it owns now, with the changed fields as they were. A
 * field that is left out goes away if nobody else owns it.
 */
record Former(Diff diff, Inverse.Swap swap, Manifest live) {

    /** Whether what the former owner owns can be said. */
    boolean known() {
        Set<FieldPath> owned = Ownership.of(live).appliedBy(swap.manager());
        return !owned.isEmpty()
                && owned.stream()
                        .noneMatch(path -> live.at(path)
                                .filter(value -> Confidential.field(path, value))
                                .isPresent());
    }

    /** For one that owned the fields before. */
    Manifest of(String manager) {
        return changed(Owned.by(live, manager));
    }

    /** For the one that made the change. @param body that it applied */
    Manifest of(String manager, Manifest body) {
        Ownership ownership = Ownership.of(live);
        Set<FieldPath> ours = ownership.appliedBy(manager);
        TreeEdit edit = new TreeEdit(body);
        for (FieldPath path : Leaves.of(body, Shape.of(List.of(live))).keySet()) {
            boolean lost = ours.stream().noneMatch(path::startsWith);
            boolean shared =
                    swap.released().contains(path) && ownership.owners(path).size() > 1;
            if (lost || shared) {
                edit.remove(path);
            }
        }
        return changed(edit);
    }

    private Manifest changed(TreeEdit edit) {
        for (FieldPath path : Inverses.paths(diff)) {
            Optional<Object> was = swap.before().at(path);
            was.ifPresentOrElse(value -> edit.set(path, value), () -> edit.remove(path));
        }
        return edit.done();
    }
}
