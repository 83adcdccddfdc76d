// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.event.RunEvent;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person reads about the locks of a run.
 *
 * @param state a word, as of a step
 * @param lock Lease and cluster
 * @param matters whether it is told on a terminal too: what goes as usual is not
 */
record LockWords(String state, String lock, String what, boolean matters) {

    /** Empty for what is not about locks, and for what is told at the end. */
    static Optional<LockWords> of(RunEvent event) {
        if (event instanceof RunEvent.Locked locked) {
            String from = locked.from().map(holder -> "taken from " + holder).orElse("");
            String how = locked.how().equals("expired") ? "; it had expired" : ", by --take-over";
            return Optional.of(new LockWords(
                    "lock",
                    place(locked.cluster(), locked.lease()),
                    from.isEmpty() ? "" : from + how,
                    !from.isEmpty()));
        } else if (event instanceof RunEvent.LockWatched watched) {
            String what = "held by " + watched.holder() + " and expired, as our clock says; watched for "
                    + Durations.shown(watched.watched()) + " whether it is renewed";
            return Optional.of(new LockWords("wait", place(watched.cluster(), watched.lease()), what, true));
        } else if (event instanceof RunEvent.NotLocked not) {
            String what = "not locked, for the site may be down and gives no answer: " + not.why();
            return Optional.of(new LockWords("skip", place(not.cluster(), not.lease()), what, true));
        } else if (event instanceof RunEvent.Fenced fenced) {
            return Optional.of(new LockWords("fence", fenced.run(), words(fenced), true));
        } else if (event instanceof RunEvent.LockLost lost) {
            String what = lost.why() + ". Nothing further is written.";
            return Optional.of(new LockWords("LOST", place(lost.cluster(), lost.lease()), what, true));
        } else if (event instanceof RunEvent.Unlocked unlocked) {
            return Optional.of(new LockWords("unlock", place(unlocked.cluster(), unlocked.lease()), "", false));
        } else if (event instanceof RunEvent.LockLeft left) {
            String what = "not given back: " + left.why() + "; it expires by itself";
            return Optional.of(new LockWords("left", place(left.cluster(), left.lease()), what, true));
        }
        return Optional.empty();
    }

    String sentence() {
        return "Lock " + lock + (what.isEmpty() ? "" : ": " + what);
    }

    private static String words(RunEvent.Fenced fenced) {
        String open = fenced.open().isEmpty()
                ? ""
                : "; not touched: "
                        + fenced.open().entrySet().stream()
                                .map(object -> object.getKey() + " (" + object.getValue() + ")")
                                .collect(Collectors.joining(", "));
        String missing = fenced.missing().isEmpty()
                ? ""
                : "; missing, so that it could still make them if it is only paused: "
                        + String.join(", ", fenced.missing());
        String touched = fenced.objects().isEmpty()
                ? "none of its objects is there"
                : Counted.of(fenced.objects().size(), "object") + " touched, so that its late writes are refused";
        String whose = fenced.byItsPlan() ? "" : "; its plan is not kept here, so these are the objects of this plan";
        return touched + whose + missing + open;
    }

    private static String place(String cluster, String lease) {
        return cluster + "/" + lease;
    }
}
