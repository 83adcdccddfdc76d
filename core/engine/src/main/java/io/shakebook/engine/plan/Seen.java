// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Take;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen while planning and may change without changing the plan; stands outside of the digest.
 *
 * @param at when, ISO 8601
 * @param resourceVersions by change id
 * @param ready state of each step by address: {@code ready: 3 of 3 pods}, {@code waiting: …}, {@code later: …}
 * @param taken when the field managers from whom fields are taken last changed theirs, by {@link #key}
 * @param warnings for the person who reviews
 * @param unreachable why, by cluster, for a preview of the rest; a plan with any is not to be run
 */
public record Seen(
        String at,
        Map<String, String> resourceVersions,
        Map<String, String> ready,
        Map<String, String> taken,
        List<String> warnings,
        Map<String, String> unreachable) {
    public Seen {
        requireNonNull(at, "at");
        resourceVersions = Collections.unmodifiableMap(new LinkedHashMap<>(resourceVersions));
        ready = Collections.unmodifiableMap(new LinkedHashMap<>(ready));
        taken = Collections.unmodifiableMap(new LinkedHashMap<>(taken));
        warnings = List.copyOf(warnings);
        unreachable = Collections.unmodifiableMap(new LinkedHashMap<>(unreachable));
    }

    /** {@code c1 spec.replicas by kubectl-edit}. */
    public static String key(Change change, Take take) {
        return change.id() + " " + take.field() + " by " + take.from();
    }
}
