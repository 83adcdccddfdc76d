// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.kube.FieldPath;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step after {@code for-each} and {@code when}, before its module was asked anything.
 *
 * @param module empty for a confirmation, whose question is {@code confirm}
 * @param needs steps that it refers to or names, of any phase
 * @param uses columns of facts: {@code sync/shards[0].suffix}
 * @param notKnown why it cannot be planned: a fact that it depends on got no answer
 */
public record StepDraft(
        StepAddress address,
        Optional<StepModule<?, ?>> module,
        Optional<String> confirm,
        Position at,
        String cluster,
        String namespace,
        Duration within,
        Duration hold,
        List<FieldPath> take,
        boolean replace,
        Set<StepAddress> needs,
        Set<String> uses,
        Optional<String> notKnown,
        ArgsSource args) {
    public StepDraft {
        requireNonNull(address, "address");
        requireNonNull(module, "module");
        requireNonNull(confirm, "confirm");
        requireNonNull(at, "at");
        requireNonNull(cluster, "cluster");
        requireNonNull(namespace, "namespace");
        requireNonNull(within, "within");
        requireNonNull(hold, "hold");
        take = List.copyOf(take);
        needs = Collections.unmodifiableSet(new LinkedHashSet<>(needs)); // the order of a plan follows from it
        uses = Set.copyOf(uses);
        requireNonNull(notKnown, "notKnown");
        requireNonNull(args, "args");
    }

    /** Binds the step's arguments once the outputs that it refers to were planned. */
    public interface ArgsSource {

        /** @throws Mistakes if a value that is known only now is wrong */
        Record bind(Outputs outputs) throws Mistakes;
    }
}
