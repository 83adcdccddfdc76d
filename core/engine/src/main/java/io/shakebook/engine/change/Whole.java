// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.Staleness.Move;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A whole object, as it was planned on and as it is: what is deleted takes all its fields along, and not only those that
 * its change sets. What only the server writes does not count, nor what controllers note, nor a default that nobody owns.
 *
 * @param planned as the plan keeps it to create it again
 */
record Whole(Manifest planned, Manifest live) {
    private static final FieldPath STATUS = FieldPath.of("status");

    /** @param told fields that are compared already */
    List<Move> moves(Set<FieldPath> told) {
        Shape shape = Shape.of(List.of(live));
        Map<FieldPath, Object> then = Leaves.of(planned, shape);
        Stream<Move> changed = then.entrySet().stream()
                .filter(field -> !same(field.getKey(), field.getValue()))
                .map(field -> move(field.getKey(), Optional.of(field.getValue())));
        Stream<Move> added = Leaves.of(live, shape).keySet().stream()
                .filter(path -> then.keySet().stream().noneMatch(known -> touch(path, known)))
                .filter(this::set)
                .map(path -> move(path, Optional.empty()));
        return Stream.concat(changed, added)
                .filter(move -> told.stream().noneMatch(path -> touch(move.path(), path)))
                .filter(move -> !bookkeeping(move.path()))
                .toList();
    }

    private boolean same(FieldPath path, Object then) {
        Optional<Object> now = live.at(path);
        return now.filter(value -> Objects.equals(value, then) || Quantities.same(path, value, then))
                .isPresent();
    }

    private static boolean touch(FieldPath one, FieldPath other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** Whether somebody set it. */
    private boolean set(FieldPath path) {
        return !Ownership.of(live).owners(path).isEmpty();
    }

    private boolean bookkeeping(FieldPath path) {
        List<Ownership.Entry> owners = Ownership.of(live).owners(path);
        return path.startsWith(STATUS) || (!owners.isEmpty() && owners.stream().allMatch(Whole::notes));
    }

    private static boolean notes(Ownership.Entry owner) {
        return owner.subresource().equals("status") || owner.manager().endsWith(Additions.CONTROLLERS);
    }

    private Move move(FieldPath path, Optional<Object> then) {
        return StaleCheck.move(path, "", Fields.shown(path, then), Fields.shown(path, live.at(path)), live);
    }
}
