// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a plan, with everything that the run needs of it.
 *
 * @param module name of the module; empty for a confirmation
 * @param confirm the question; empty for a module
 * @param cluster name; empty for a confirmation without one
 * @param at {@code file:line:column} of the step in the playbook
 * @param needs steps that must be ready before; the barriers of phases come on top
 * @param uses columns of facts that the step was made from: {@code sync/shards[0].suffix}
 * @param args bound arguments as a tree with the leaves of a {@link Manifest}; for {@code verify}
 * @param changes in the order in which they are written; empty if there is nothing to do
 */
public record PlannedStep(
        StepAddress address,
        String module,
        Optional<String> confirm,
        String cluster,
        String namespace,
        String at,
        List<StepAddress> needs,
        Duration within,
        Duration hold,
        List<String> uses,
        Map<String, Object> args,
        List<Change> changes,
        Map<String, PlannedOutput> outputs) {
    public PlannedStep {
        requireNonNull(address, "address");
        requireNonNull(module, "module");
        requireNonNull(confirm, "confirm");
        requireNonNull(cluster, "cluster");
        requireNonNull(namespace, "namespace");
        requireNonNull(at, "at");
        needs = List.copyOf(needs);
        requireNonNull(within, "within");
        requireNonNull(hold, "hold");
        uses = List.copyOf(uses);
        args = new Manifest(args).tree();
        changes = List.copyOf(changes);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        if (module.isEmpty() == confirm.isEmpty()) {
            throw new IllegalArgumentException(address + " must be either a module's or a confirmation");
        }
    }

    public String phase() {
        return address.phase();
    }

    public boolean changesAnything() {
        return !changes.isEmpty();
    }
}
