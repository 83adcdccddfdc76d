// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.source.Demands;
import java.util.Optional;

/**
 * What was typed about the revisions that files come from.
 *
 * @param require beside what the machine and the inventory demand
 * @param signers a file with those who may sign, instead of the machine's
 * @param offline take what the cache has of repositories on other machines, and ask nobody
 * @param dropDemands accept once that an inventory demands less than it did
 * @param comparing the inventory is one of another time, beside which that of today is seen: it need not be the end of a
 *     branch, and may demand less
 */
public record Conditions(
        Demands require, Optional<String> signers, boolean offline, boolean dropDemands, boolean comparing) {
    public static final Conditions NONE = new Conditions(Demands.NONE, Optional.empty(), false, false);

    /** Of an inventory that is used. */
    public Conditions(Demands require, Optional<String> signers, boolean offline, boolean dropDemands) {
        this(require, signers, offline, dropDemands, false);
    }

    /** The same of an inventory that is only compared with. */
    public Conditions forComparison() {
        return new Conditions(require, signers, offline, false, true);
    }

    public Conditions {
        requireNonNull(require, "require");
        requireNonNull(signers, "signers");
    }
}
