// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.drift;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.Author;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.ObjectRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to say of one object.
 *
 * @param diff from what was found to what the playbook says; empty unless the problem is {@code DIFFERS}
 * @param by who wrote a field last, by its path; paths of the diff, or of the fields that others hold
 * @param follows the differing step whose output a field's wanted value comes from
 * @param lastOther who, other than Shakebook, wrote to the object last; for what no field's owner tells
 */
public record ObjectDrift(
        ObjectRef object,
        Problem problem,
        Diff diff,
        Map<FieldPath, Author> by,
        Map<FieldPath, StepAddress> follows,
        Optional<Author> lastOther) {

    /** What is the matter with it. */
    public enum Problem {
        MISSING,
        /** It is there and must not be. */
        UNWANTED,
        DIFFERS,
        /** Every value is as wanted, but somebody else owns fields; an apply would own them as well. No difference. */
        HELD;

        /** As written in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ObjectDrift {
        requireNonNull(object, "object");
        requireNonNull(problem, "problem");
        requireNonNull(diff, "diff");
        by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
        follows = Collections.unmodifiableMap(new LinkedHashMap<>(follows));
        requireNonNull(lastOther, "lastOther");
    }

    public boolean differs() {
        return problem != Problem.HELD;
    }
}
