// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Inverse;

/** The way back of one change, in words. */
final class WayBack {

    private WayBack() {}

    static String of(Change change) {
        Inverse inverse = change.inverse();
        if (inverse instanceof Inverse.Delete) {
            return "delete it again";
        }
        if (inverse instanceof Inverse.Swap) {
            return change.diff().fields().isEmpty() && change.diff().files().isEmpty()
                    ? "give its fields up again; they keep their values"
                    : "set back what is shown here";
        }
        return inverse instanceof Inverse.Impossible none
                ? "none: " + Escaped.of(none.why())
                : (change.action() == Action.REPLACE ? "replace it again by what it was" : "create it again as it was")
                        + ", but for what the server chooses";
    }
}
