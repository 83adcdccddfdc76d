// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.Set;

/** The part of a live object that somebody owns. */
final class Owned {
    private Owned() {}

    /** What its owners said, and what the server chose; a new object gets the rest again by itself. */
    static Manifest body(Manifest live) {
        TreeEdit body = new TreeEdit(Inverses.names(live.ref()));
        Ownership.of(live).entries().stream()
                .filter(entry -> !entry.subresource().equals("status"))
                .forEach(entry -> add(body, live, entry.leaves()));
        Chosen.add(body, live);
        return ServerOwned.without(body.done());
    }

    /** What one manager applied, as it is now. */
    static TreeEdit by(Manifest live, String manager) {
        TreeEdit body = new TreeEdit(Inverses.names(live.ref()));
        add(body, live, Ownership.of(live).appliedBy(manager));
        return body;
    }

    private static void add(TreeEdit body, Manifest live, Set<FieldPath> leaves) {
        leaves.forEach(path -> live.at(path).ifPresent(value -> body.set(path, value)));
    }
}
