// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.change.Admission;
import io.shakebook.engine.event.RunEvent.Failure;
import java.util.LinkedHashMap;
import java.util.Map;

/** A lock was not taken; what was taken before it is given back. */
public final class NotLocked extends Exception {
    /** Somebody else holds it. */
    public static final String HELD = "locked";

    /** The cluster gave no answer. */
    public static final String UNREACHABLE = "unreachable";

    /** The cluster refused. */
    public static final String REFUSED = "refused";

    private final transient Failure failure;

    NotLocked(Failure failure) {
        super(failure.summary());
        this.failure = failure;
    }

    NotLocked(String code, String summary) {
        this(new Failure(code, summary, Map.of()));
    }

    /** The same with one more detail, after those that it has. */
    NotLocked with(String name, String value) {
        Map<String, String> details = new LinkedHashMap<>(failure.details());
        details.put(name, value);
        return new NotLocked(new Failure(failure.code(), failure.summary(), details));
    }

    /** What to do where a cluster gave no answer, and for that reason. */
    static String again(String why, String cluster) {
        return Admission.webhookRemedy(why, cluster)
                .map(remedy -> remedy + "; then run again")
                .orElse("run again when the cluster answers");
    }

    public Failure failure() {
        return failure;
    }
}
