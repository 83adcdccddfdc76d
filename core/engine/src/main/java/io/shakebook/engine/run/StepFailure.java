// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent.Failure;
import java.util.LinkedHashMap;
import java.util.Map;

/** A step cannot go on. What it had written before stands and is in the journal. */
final class StepFailure extends Exception {
    /** Somebody else may write now, so we must not. */
    static final String LOCK_LOST = "lock-lost";

    private final transient Failure failure;

    StepFailure(String code, String summary) {
        this(new Failure(code, summary, Map.of()));
    }

    StepFailure(Failure failure) {
        super(failure.summary());
        this.failure = failure;
    }

    /** The same with one more detail, after those that it has: {@code cause}, {@code check}. */
    StepFailure with(String name, String value) {
        Map<String, String> details = new LinkedHashMap<>(failure.details());
        if (!value.isEmpty()) {
            details.put(name, value);
        }
        return new StepFailure(new Failure(failure.code(), failure.summary(), details));
    }

    Failure failure() {
        return failure;
    }
}
