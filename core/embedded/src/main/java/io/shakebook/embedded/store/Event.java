// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

import io.shakebook.embedded.kind.ObjectKey;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One stored change, with what was there before: a watch with a selector needs both sides.
 *
 * @param after the object as stored; for a deletion its last state with the deletion's version
 */
public record Event(long version, Type type, ObjectKey key, Optional<ObjectNode> before, ObjectNode after) {
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
