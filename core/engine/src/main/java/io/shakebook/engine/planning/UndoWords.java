// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Staleness.Move;
import java.util.List;
import java.util.stream.Collectors;

/** Says what somebody changed since a run: field, what the run left, what is there now, who and when. */
final class UndoWords {
    private static final int MOST = 3;

    private UndoWords() {}

    static String of(List<Move> moves) {
        String some = moves.stream().limit(MOST).map(UndoWords::of).collect(Collectors.joining(", "));
        return moves.size() > MOST ? some + " and " + (moves.size() - MOST) + " more" : some;
    }

    private static String of(Move move) {
        String place = move.key().isEmpty() ? move.path().toString() : move.path() + " " + move.key();
        return place + " was left as " + shown(move.planned()) + " and is " + shown(move.now())
                + (move.manager().isEmpty() ? "" : ", by " + move.manager())
                + (move.time().isEmpty() ? "" : " at " + move.time());
    }

    private static String shown(Side side) {
        if (side instanceof Side.Value value) {
            return value.value() instanceof String text ? "\"" + text + "\"" : String.valueOf(value.value());
        }
        if (side instanceof Side.Decided decided) {
            return decided.bound();
        }
        return side instanceof Side.Masked ? "a masked or long value" : "nothing";
    }
}
