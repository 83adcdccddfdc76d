// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

/** What a change does to its object. */
public enum Action {
    CREATE,
    UPDATE,
    /** The object is as wanted, but not yet ours. */
    ADOPT,
    DELETE,
    /** Delete and create again, since an immutable field changes; only where the step says so. */
    REPLACE;

    /** As written in files: lower case. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
