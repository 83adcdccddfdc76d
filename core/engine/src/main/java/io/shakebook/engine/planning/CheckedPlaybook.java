// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.source.SourceTree;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A playbook with everything that it imports, in which no mistake was found without asking a cluster.
 *
 * @param parameters of the playbook itself, with where their values came from
 */
public record CheckedPlaybook(
        SourceTree tree,
        ScopeFile root,
        Inventory inventory,
        Map<String, Made.Parameter> parameters,
        List<Diagnostic> warnings) {
    public CheckedPlaybook {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        warnings = List.copyOf(warnings);
    }

    public String name() {
        return root.playbook().name();
    }
}
