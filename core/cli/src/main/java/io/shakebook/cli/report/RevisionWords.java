// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.plan.Made;
import io.shakebook.engine.source.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which states of which repositories a plan was made from. */
final class RevisionWords {
    private static final int NAMED = 3;
    private static final int FOR_LISTS = 7;

    private RevisionWords() {}

    /** That what is checked out was changed and not committed; empty if all is as committed. */
    static Optional<String> uncommitted(Made made) {
        List<String> parts = new ArrayList<>();
        made.inventory().git().ifPresent(state -> part("inventory", state, parts));
        made.playbook().git().ifPresent(state -> part("playbook's folder", state, parts));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("uncommitted changes: what this is made from is no commit; " + String.join("; ", parts));
    }

    private static void part(String what, Revision state, List<String> parts) {
        List<String> files = state.changed();
        if (!files.isEmpty()) {
            int left = files.size() - NAMED;
            String named = String.join(", ", files.subList(0, Math.min(NAMED, files.size())));
            parts.add("in the " + what + " " + named + (left > 0 ? " and " + left + " more" : ""));
        }
    }

    /** A line for each state, in which playbook and inventory may be the same. */
    static List<String> lines(Made made) {
        Optional<String> playbook = made.playbook().git().map(RevisionWords::line);
        Optional<String> inventory = made.inventory().git().map(RevisionWords::line);
        if (playbook.equals(inventory)) {
            return playbook.stream().toList();
        }
        List<String> lines = new ArrayList<>();
        playbook.ifPresent(line -> lines.add("playbook: " + line));
        inventory.ifPresent(line -> lines.add("inventory: " + line));
        return lines;
    }

    private static String line(Revision state) {
        String named = state.commit().startsWith(state.ref()) && state.ref().length() >= FOR_LISTS
                ? ""
                : " (" + state.ref() + ")";
        return state.commit() + named + " of " + state.repository() + ", by " + state.author() + " at "
                + state.written() + (state.changed().isEmpty() ? "" : ", with uncommitted changes");
    }
}
