// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.playbook;

import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.source.YamlNode.Mapping;
import io.shakebook.engine.source.YamlNode.Scalar;
import io.shakebook.spi.diagnostic.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A phase of a playbook: steps, or an import.
 *
 * @param keys all that are written, also those whose value is wrong
 * @param needs names of phases; empty if it needs the one before it
 */
public record Phase(
        String name,
        Position at,
        Set<String> keys,
        Optional<Scalar> cluster,
        Optional<Scalar> namespace,
        Optional<List<Scalar>> needs,
        OnFailure onFailure,
        Optional<Scalar> pointOfNoReturn,
        List<Step> steps,
        Optional<Import> imported) {

    /** Another playbook in the place of steps. */
    public record Import(Scalar path, Mapping with) {}

    public Phase {
        keys = Set.copyOf(keys);
        steps = List.copyOf(steps);
    }
}
