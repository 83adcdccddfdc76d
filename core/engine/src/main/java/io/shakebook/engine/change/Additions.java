// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.Staleness.Move;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What others added to an object of ours: with the object it would be lost. What controllers say of it does not count. */
record Additions(Manifest live, Manifest body) {
    private static final FieldPath STATUS = FieldPath.of("status");
    /** kube-controller-manager notes a Deployment's revision, cloud-controller-manager a Service's finalizer. */
    static final String CONTROLLERS = "controller-manager";

    List<Move> moves() {
        Set<FieldPath> ours = Leaves.of(body, Shape.of(List.of(live))).keySet();
        return Ownership.of(live).entries().stream()
                .filter(entry ->
                        !Families.ours(entry.manager()) && entry.subresource().isEmpty())
                .filter(entry -> !entry.manager().endsWith(CONTROLLERS))
                .flatMap(entry -> entry.leaves().stream()
                        .filter(path -> !path.startsWith(STATUS) && !ServerOwned.ignored(path))
                        .filter(path -> ours.stream().noneMatch(own -> path.startsWith(own) || own.startsWith(path)))
                        .map(path -> new Move(path, "", Side.NONE, shown(path), entry.manager(), entry.time())))
                .toList();
    }

    private Side shown(FieldPath path) {
        Optional<Object> value = live.at(path);
        boolean hidden = Confidential.kind(live.ref().kind())
                || value.filter(found -> Confidential.field(path, found)).isPresent()
                || DataFiles.name(path).filter(Confidential::entry).isPresent();
        return value.<Side>map(found -> hidden ? new Side.Masked(false) : new Side.Value(found))
                .orElse(Side.NONE);
    }
}
