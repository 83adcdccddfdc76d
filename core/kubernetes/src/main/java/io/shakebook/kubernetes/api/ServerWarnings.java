// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.engine.change.ReadyChange;
import io.shakebook.kubernetes.http.Answer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hands on what servers warn of while they accept a change, or its dry run: an old API version, a policy that does not
 * refuse yet. Each is said once of an object; of a change that holds a secret only that there is one.
 */
public final class ServerWarnings {
    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private final Consumer<String> onlooker;
    private final Set<String> said = new HashSet<>();

    /** @param onlooker gets lines for the user; may be called from several threads, one at a time */
    public ServerWarnings(Consumer<String> onlooker) {
        this.onlooker = onlooker;
    }

    void of(ReadyChange change, Answer answer) {
        boolean hidden = ChangeAnswer.confidential(change);
        answer.warnings()
                .forEach(text -> say(change.cluster() + ": the server warns of "
                        + change.object().shown() + ": "
                        + (hidden ? "its words are left out, for they may hold a secret" : cut(text))));
    }

    private synchronized void say(String line) {
        if (said.size() > MOST || !said.add(line)) {
            return;
        }
        onlooker.accept(
                said.size() > MOST ? "servers warn of more than " + MOST + " things; the rest is not shown" : line);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
