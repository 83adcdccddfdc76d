// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Staleness;
import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.spi.kube.FieldPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what moved since a plan was made: field, planned value, value now, who changed it and when. */
final class Moves {
    private static final FieldPath UID = FieldPath.of("metadata", "uid");

    private Moves() {}

    static StepFailure failure(Change change, Staleness.Moved moved) {
        Map<String, String> details = new LinkedHashMap<>();
        moved.moves().forEach(move -> details.put(place(move), sentence("planned on ", move)));
        details.put("do", "see what is different now, and approve that: plan again");
        String summary = change.target().object().shown() + " changed since the plan was made";
        return new StepFailure(new Failure("stale", summary, details));
    }

    /** Of what this run has done already. */
    static StepFailure since(Change change, Staleness.Moved moved) {
        Map<String, String> details = new LinkedHashMap<>();
        moved.moves().forEach(move -> details.put(place(move), sentence("this run left ", move)));
        details.put("do", "put it back and resume, or make a new plan from what is there");
        String summary = "somebody changed " + change.target().object().shown() + " since this run did; it is left so";
        return new StepFailure(new Failure("stale", summary, details));
    }

    private static String place(Staleness.Move move) {
        if (move.path().equals(UID)) {
            return "object";
        }
        return move.key().isEmpty() ? move.path().toString() : move.path() + " " + move.key();
    }

    private static String sentence(String was, Staleness.Move move) {
        String by = (move.manager().isEmpty() ? "" : " by " + move.manager())
                + (move.time().isEmpty() ? "" : " at " + move.time());
        if (move.path().equals(UID)) {
            return object(
                    was.startsWith("planned") ? "when the plan was made" : "when this run was done with it", move, by);
        }
        boolean gone = move.now() instanceof Side.None && !by.isEmpty();
        return was + shown(move.planned()) + ", is now " + shown(move.now())
                + (gone ? "; the object was last written" : by.isEmpty() ? "" : ",") + by;
    }

    /** Whether it is there, and is still the same, is no field of it. */
    private static String object(String when, Staleness.Move move, String by) {
        if (move.now() instanceof Side.None) {
            return "was there " + when + ", and is gone";
        }
        return move.planned() instanceof Side.None
                ? "was not there " + when + ", and is now, made" + by
                : "is another one of that name than " + when + ", made" + by + ": it has the uid " + shown(move.now())
                        + " in place of " + shown(move.planned());
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
