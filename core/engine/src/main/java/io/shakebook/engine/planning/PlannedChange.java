// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Change;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.Manifest;
import java.util.Optional;

/**
 * What planning one wanted object gave.
 *
 * @param change empty if nothing is to do
 * @param before as it is, with what earlier steps change
 * @param after as it will be, as far as is known; empty if it will be gone
 * @param previewed the server's dry run; empty if it was not asked
 */
record PlannedChange(
        Wanted wanted,
        Optional<Change> change,
        Optional<Manifest> before,
        Optional<Manifest> after,
        Optional<Manifest> previewed) {}
