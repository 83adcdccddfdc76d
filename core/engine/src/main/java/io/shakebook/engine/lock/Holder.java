// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import static java.util.Objects.requireNonNull;

/**
 * Who holds a lock.
 *
 * @param by {@code li@ops-1}
 * @param run its id; empty for a holder that is no run of ours
 */
public record Holder(String by, String run) {
    public Holder {
        requireNonNull(by, "by");
        requireNonNull(run, "run");
    }

    /** As it stands in a Lease. */
    String identity() {
        return run.isEmpty() ? by : by + " " + run;
    }

    static Holder parse(String identity) {
        int space = identity.lastIndexOf(' ');
        return space < 0
                ? new Holder(identity, "")
                : new Holder(identity.substring(0, space), identity.substring(space + 1));
    }

    /** For people: {@code run r-20261122-2101-k7wd of li@ops-1}. */
    public String shown() {
        return run.isEmpty() ? by : "run " + run + " of " + by;
    }
}
