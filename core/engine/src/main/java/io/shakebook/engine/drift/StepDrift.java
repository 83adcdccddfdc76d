// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.drift;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.graph.StepAddress;
import java.util.List;

/**
 * How the world stands to one step.
 *
 * @param module empty for a confirmation
 * @param gate whether its module only measures
 * @param cluster empty for a confirmation without one
 * @param objects those of its objects that are to be reported
 * @param words why it is ready, or not, or not known; the question of a confirmation
 */
public record StepDrift(
        StepAddress address,
        String module,
        boolean gate,
        String cluster,
        List<ObjectDrift> objects,
        Standing standing,
        String words) {
    public StepDrift {
        requireNonNull(address, "address");
        requireNonNull(module, "module");
        requireNonNull(cluster, "cluster");
        objects = List.copyOf(objects);
        requireNonNull(standing, "standing");
        requireNonNull(words, "words");
    }
}
