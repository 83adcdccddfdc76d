// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.rules;

import tools.jackson.databind.node.ObjectNode;

/** What the server fills in and refuses for one kind; every method may do nothing. */
interface KindRules {
    /** Fills in what was left out. */
    default void defaults(ObjectNode object) {}

    /** Adjusts a changed object to what depends on the change. */
    default void adjust(ObjectNode before, ObjectNode after) {}

    default void validate(ObjectNode object, Violations found) {}

    default void validateChange(ObjectNode before, ObjectNode after, Violations found) {}
}
