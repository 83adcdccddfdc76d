// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.drift;

import java.util.Locale;

/** How the world stands to one step. */
public enum Standing {
    /** As the playbook says, and ready. */
    HOLDS(false),
    /** Something that the step decides is missing, there without being wanted, or of another value. */
    DIFFERS(true),
    /** As the playbook says, but not ready, or a gate that does not hold. */
    NOT_READY(true),
    /** Its module cannot do with the world as it is. */
    REFUSED(true),
    /** Could not be compared. */
    UNKNOWN(false),
    /** A confirmation: it says nothing of the clusters. */
    QUESTION(false);

    private final boolean differs;

    Standing(boolean differs) {
        this.differs = differs;
    }

    /** Whether it speaks against the world being as the playbook says. */
    public boolean differs() {
        return differs;
    }

    /** As written in files: {@code not-ready}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
