// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.access;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;

/** Asks clusters what we may do there. Changes nothing. Safe to use from several threads. */
public interface AccessReviews {

    /**
     * A cluster's answer.
     *
     * @param why the cluster's reason, or what went wrong while it looked; may be empty
     */
    record Answer(boolean allowed, String why) {
        public static final Answer ALLOWED = new Answer(true, "");
    }

    /**
     * Whether we may.
     *
     * @throws Unanswered if that is not known: the cluster gave no answer, or {@link io.shakebook.spi.Forbidden} if it
     *     does not let us ask
     */
    Answer may(Need need) throws Unanswered;

    /** Whom the cluster takes us for; empty if it does not say. */
    String self(String cluster);

    /** The plural name by which a cluster's rules know a kind. @throws Unanswered if it had to be looked up and was not */
    String resource(String cluster, Kind kind) throws Unanswered;
}
