// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.playbook.Parameter;
import io.shakebook.engine.playbook.Phase;
import io.shakebook.engine.playbook.Step;
import io.shakebook.engine.source.YamlNode.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the clusters that are asked whatever facts, loops and conditions turn out to say. */
final class SureSites {

    private SureSites() {}

    static Set<String> of(ScopeFile root) {
        Set<String> sure = needed(root);
        for (Phase phase : root.playbook().phases()) {
            for (Step step : phase.steps()) {
                if (!step.calls().isEmpty()
                        && step.when().isEmpty()
                        && step.forEach().isEmpty()) {
                    step.cluster().or(phase::cluster).flatMap(SureSites::fixed).ifPresent(sure::add);
                }
            }
        }
        return sure;
    }

    /** An imported file is handed what it needs: which sites must be up is for the playbook that was called to say. */
    static Set<String> needed(ScopeFile root) {
        Set<String> needed = new LinkedHashSet<>();
        for (Parameter parameter : root.playbook().parameters()) {
            List<String> mayBeDown =
                    parameter.mayBeDown().stream().map(Scalar::text).toList();
            Optional.ofNullable(root.parameters().get(parameter.name()))
                    .ifPresent(value -> needed.addAll(ScopeSites.needed(value, mayBeDown)));
        }
        return needed;
    }

    private static Optional<String> fixed(Scalar cluster) {
        return cluster.text().contains("${") ? Optional.empty() : Optional.of(cluster.text());
    }
}
