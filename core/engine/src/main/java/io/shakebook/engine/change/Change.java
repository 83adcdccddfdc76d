// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static java.util.Objects.requireNonNull;

import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * One effect as data: complete, but for holes that outputs of earlier steps fill and secrets that the writer opens.
 *
 * @param id unique in a plan: {@code c1}
 * @param body what will be applied, whole; empty for a delete
 * @param partial whether the body holds only some fields of an object that must exist
 * @param takes fields that are taken from other field managers
 * @param effects what it means, in words: {@code restart = full resync}
 */
public record Change(
        String id,
        Action action,
        Target target,
        Optional<Manifest> body,
        boolean partial,
        Diff diff,
        Check check,
        List<Take> takes,
        List<String> effects,
        Inverse inverse) {
    /** The same under another id. */
    public Change named(String other) {
        return new Change(other, action, target, body, partial, diff, check, takes, effects, inverse);
    }

    /** The same after the server was asked, or why it was not. */
    public Change checked(Check other) {
        return new Change(id, action, target, body, partial, diff, other, takes, effects, inverse);
    }

    public Change {
        requireNonNull(id, "id");
        requireNonNull(action, "action");
        requireNonNull(target, "target");
        requireNonNull(diff, "diff");
        requireNonNull(check, "check");
        takes = List.copyOf(takes);
        effects = List.copyOf(effects);
        requireNonNull(inverse, "inverse");
        if (body.isPresent() == (action == Action.DELETE)) {
            throw new IllegalArgumentException(
                    "a delete has no body and everything else has one: " + action + " " + target);
        }
    }
}
