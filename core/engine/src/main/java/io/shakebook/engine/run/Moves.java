// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Staleness;
import io.shakebook.engine.event.RunEvent.Failure;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what moved since a plan was made: field, planned value, value now, who changed it and when. */
final class Moves {
    private Moves() {}

    static StepFailure failure(Change change, Staleness.Moved moved) {
        Map<String, String> details = new LinkedHashMap<>();
        moved.moves().forEach(move -> details.put(place(move), "planned on " + sentence(move)));
        String summary = change.target().object().shown() + " changed since the plan was made";
        return new StepFailure(new Failure("stale", summary, details));
    }

    /** Of what this run has done already. */
    static StepFailure since(Change change, Staleness.Moved moved) {
        Map<String, String> details = new LinkedHashMap<>();
        moved.moves().forEach(move -> details.put(place(move), "this run left " + sentence(move)));
        details.put("do", "put it back and resume, or make a new plan from what is there");
        String summary = "somebody changed " + change.target().object().shown() + " since this run did; it is left so";
        return new StepFailure(new Failure("stale", summary, details));
    }

    private static String place(Staleness.Move move) {
        return move.key().isEmpty() ? move.path().toString() : move.path() + " " + move.key();
    }

    private static String sentence(Staleness.Move move) {
        return shown(move.planned()) + ", is now " + shown(move.now())
                + (move.manager().isEmpty() ? "" : ", by " + move.manager())
                + (move.time().isEmpty() ? "" : " at " + move.time());
    }

    private static String shown(Side side) {
        if (side instanceof Side.Value value) {
            return value.value() instanceof String text ? "\"" + text + "\"" : String.valueOf(value.value());
        }
        if (side instanceof Side.Masked) {
            return "(a masked value)";
        }
        return side instanceof Side.Decided decided ? "a value decided by the server, " + decided.bound() : "nothing";
    }
}
