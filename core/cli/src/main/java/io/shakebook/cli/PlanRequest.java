// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was typed to say what is meant.
 *
 * @param playbook path of the playbook file
 * @param inventory path of the inventory folder
 * @param parameters as typed, by name
 * @param conditions what was typed about revisions
 */
public record PlanRequest(String playbook, String inventory, Map<String, String> parameters, Conditions conditions) {
    /** The same over another inventory, to compare. */
    public PlanRequest comparedOver(String other) {
        return new PlanRequest(playbook, other, parameters, conditions.forComparison());
    }

    public PlanRequest {
        requireNonNull(playbook, "playbook");
        requireNonNull(inventory, "inventory");
        requireNonNull(conditions, "conditions");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Nothing was typed about revisions. */
    public PlanRequest(String playbook, String inventory, Map<String, String> parameters) {
        this(playbook, inventory, parameters, Conditions.NONE);
    }

    /** The same with one more parameter. */
    public PlanRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new PlanRequest(playbook, inventory, more, conditions);
    }
}
