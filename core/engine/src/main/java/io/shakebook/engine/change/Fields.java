// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.engine.change.Staleness.Move;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * The fields that a change set, each as the change left it, as it was before, or as somebody else made it since. A file
 * counts as one field, as it does for the server.
 *
 * @param left the body that was applied, opened
 * @param before the fields as they were, opened
 */
record Fields(Diff diff, Manifest left, Manifest before, Manifest live) {

    List<Move> moves() {
        return Inverses.paths(diff).stream()
                .filter(path -> !is(path, left) && !is(path, before))
                .map(this::move)
                .toList();
    }

    boolean asBefore() {
        return Inverses.paths(diff).stream().allMatch(path -> is(path, before));
    }

    private boolean is(FieldPath path, Manifest object) {
        Optional<Object> now = live.at(path);
        Optional<Object> then = object.at(path);
        boolean nothing = now.isEmpty() && then.filter(Differ.NOTHING::contains).isPresent();
        return nothing
                || now.equals(then)
                || (now.isPresent() && then.isPresent() && Quantities.same(path, now.get(), then.get()));
    }

    private Move move(FieldPath path) {
        return StaleCheck.move(path, "", shown(path, left.at(path)), shown(path, live.at(path)), live);
    }

    /** A whole file says little in a line, and may hold anything. */
    static Side shown(FieldPath path, Optional<Object> value) {
        boolean hidden = value.filter(found -> Confidential.field(path, found)).isPresent()
                || DataFiles.name(path).filter(Confidential::entry).isPresent()
                || value.filter(found -> String.valueOf(found).contains("\n")).isPresent();
        return value.<Side>map(found -> hidden ? new Side.Masked(false) : new Side.Value(found))
                .orElse(Side.NONE);
    }
}
