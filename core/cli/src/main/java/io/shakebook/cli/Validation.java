// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.planning.Mistakes;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;

/** Checks a playbook and an inventory without contacting any cluster. */
public interface Validation {

    /**
     * @return warnings
     * @throws Mistakes all that were found
     * @throws LocalFault if a local file or folder cannot be used
     */
    List<Diagnostic> validate(PlanRequest request) throws Mistakes, LocalFault;
}
