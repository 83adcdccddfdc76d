// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.drift;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.plan.Made;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the clusters stand to what a playbook says.
 *
 * @param steps all that were compared or should have been, in the order of a run
 * @param unread facts that could not be read: the steps that are made from them are not among {@code steps}
 * @param at when, ISO 8601
 * @param warnings for the person who reads it
 * @param unreachable why, by cluster
 */
public record Drift(
        Made made,
        List<StepDrift> steps,
        List<Unread> unread,
        String at,
        List<String> warnings,
        Map<String, String> unreachable) {

    /**
     * A part of the playbook whose facts could not be read.
     *
     * @param part path of the phase that imports it, or name of the playbook
     * @param why in the words of the look-up that refuses what it found
     */
    public record Unread(String part, String why) {
        public Unread {
            requireNonNull(part, "part");
            requireNonNull(why, "why");
        }
    }

    public Drift {
        requireNonNull(made, "made");
        steps = List.copyOf(steps);
        unread = List.copyOf(unread);
        requireNonNull(at, "at");
        warnings = List.copyOf(warnings);
        unreachable = Collections.unmodifiableMap(new LinkedHashMap<>(unreachable));
    }

    /** Whether something that was compared is not as the playbook says. */
    public boolean differs() {
        return steps.stream().anyMatch(step -> step.standing().differs());
    }

    public long count(Standing standing) {
        return steps.stream().filter(step -> step.standing() == standing).count();
    }
}
