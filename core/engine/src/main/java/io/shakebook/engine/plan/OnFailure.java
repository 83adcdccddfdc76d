// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

/** What a failed step does to independent steps of its phase. */
public enum OnFailure {
    /** Nothing new is started. */
    STOP,
    /** Steps of the phase that do not need the failed one are still carried out. */
    FINISH_PHASE,
    /** Nothing new is started, and what the run has changed in the phase is walked back. */
    UNDO
}
