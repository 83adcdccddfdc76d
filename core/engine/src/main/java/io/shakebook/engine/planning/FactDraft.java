// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.plan.FactRecord;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.World;
import java.util.Map;
import java.util.Set;

/**
 * A fact as it was read, and how to ask for it in another world.
 *
 * @param reads what its look-up looked at
 */
public record FactDraft(FactRecord record, Set<Read> reads, Question question) {
    public FactDraft {
        requireNonNull(record, "record");
        reads = Set.copyOf(reads);
        requireNonNull(question, "question");
    }

    /** The look-up with its arguments. */
    public interface Question {

        /** Columns by row key, as in a {@link FactRecord}. */
        Map<String, Map<String, Object>> rows(World world) throws Unanswered, Refusal;
    }
}
