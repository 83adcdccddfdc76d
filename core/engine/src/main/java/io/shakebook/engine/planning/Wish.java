// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.Holes;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for: an object, as one step wants it.
 *
 * @param notYet why the server cannot be asked yet
 * @param bounds what the server may choose, in words, for fields that outputs refer to
 */
record Wish(
        StepDraft draft,
        String id,
        Wanted wanted,
        Optional<Manifest> live,
        Optional<String> notYet,
        Map<FieldPath, String> bounds) {
    String manager() {
        return manager(draft.module().orElseThrow().spec().name());
    }

    static String manager(String module) {
        return Families.manager(module);
    }

    /** What would be sent; empty if the object is not to be there. */
    Optional<Manifest> body() {
        return body(wanted);
    }

    static Optional<Manifest> body(Wanted wanted) {
        if (wanted instanceof Wanted.Present present) {
            return Optional.of(present.manifest());
        }
        return wanted instanceof Wanted.Fields fields ? Optional.of(fields.partial()) : Optional.empty();
    }

    /** Why the server cannot be asked yet. @param complete whether nothing in what is wanted is pending */
    Optional<String> later(boolean complete) {
        if (notYet.isPresent() || complete) {
            return notYet;
        }
        return Holes.in(body().orElseThrow()).stream()
                .map(hole -> hole.output() + " of " + hole.step())
                .reduce((one, other) -> one + " and " + other)
                .map(outputs -> "holds " + outputs);
    }
}
