// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A playbook with its imports, parameters and facts resolved: what is to be planned.
 *
 * @param playbook name of the playbook
 * @param phases in order, imported ones in the place of their import; notes say of empty loops and steps left out by
 *     {@code when}
 * @param unanswered why no fact could be read there, by cluster; what depends on such a fact is not known
 * @param access the inventory's clusters, by name
 * @param mayBeDown clusters that parameters allow to be down
 * @param locks of the entries that the playbook's own parameters name
 * @param sites clusters that the playbook's own parameters name and that must be up, whether or not a step acts there
 */
public record Expansion(
        String playbook,
        Map<String, Made.Parameter> parameters,
        List<FactDraft> facts,
        Map<String, String> unanswered,
        List<PlannedPhase> phases,
        List<StepDraft> steps,
        Map<String, ClusterEntry> access,
        Set<String> mayBeDown,
        LocksNeeded locks,
        Set<String> sites,
        List<Diagnostic> warnings) {
    public Expansion {
        requireNonNull(playbook, "playbook");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        facts = List.copyOf(facts);
        unanswered = Collections.unmodifiableMap(new LinkedHashMap<>(unanswered));
        phases = List.copyOf(phases);
        steps = List.copyOf(steps);
        access = Map.copyOf(access);
        mayBeDown = Set.copyOf(mayBeDown);
        requireNonNull(locks, "locks");
        sites = Set.copyOf(sites);
        warnings = List.copyOf(warnings);
    }
}
