// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import static java.util.Objects.requireNonNull;

import io.shakebook.engine.change.Guard;
import io.shakebook.engine.graph.StepAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * What a journal says of one change.
 *
 * @param intents guards of the writes that were announced, in order; a replacement has two
 * @param answered whether the last of them was answered, or the object was found to be as wanted
 * @param found whether it was found so without an answer to a write
 * @param uid that the object had then; empty if it is not known, or the object was deleted
 */
public record ChangeTrace(StepAddress step, List<Guard> intents, boolean answered, boolean found, String uid) {
    public ChangeTrace {
        requireNonNull(step, "step");
        intents = List.copyOf(intents);
        requireNonNull(uid, "uid");
    }

    static ChangeTrace none(StepAddress step) {
        return new ChangeTrace(step, List.of(), false, false, "");
    }

    ChangeTrace intended(Guard guard) {
        List<Guard> all = new ArrayList<>(intents);
        all.add(guard);
        return new ChangeTrace(step, all, false, false, "");
    }

    ChangeTrace applied(String uid) {
        return new ChangeTrace(step, intents, true, false, uid);
    }

    ChangeTrace foundSo() {
        return new ChangeTrace(step, intents, true, true, uid);
    }

    /** Whether something was sent for it, or may have been. */
    public boolean sent() {
        return !intents.isEmpty();
    }

    /** Whether a write was announced and it is not known what became of it. */
    public boolean open() {
        return sent() && !answered;
    }
}
