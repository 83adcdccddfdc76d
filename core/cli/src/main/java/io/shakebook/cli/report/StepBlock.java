// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.graph.StepAddress;
import java.util.List;

/**
 * A step as it will stand in a report.
 *
 * @param state why there is nothing to change, or the question of a confirmation; empty if there are changes
 */
record StepBlock(StepAddress address, Sign sign, String cluster, String state, List<ChangeBlock> changes) {

    /** What a step or change does; the sign that stands before it. */
    enum Sign {
        CREATE("+", Tone.CREATE, ""),
        UPDATE("~", Tone.CHANGE, ""),
        ADOPT("~", Tone.CHANGE, "adopt: is as wanted, but not ours yet: "),
        REPLACE("-+", Tone.DANGER, "delete and create again: "),
        DELETE("-", Tone.DELETE, ""),
        ASK("?", Tone.STRONG, ""),
        NOT_KNOWN(".", Tone.DANGER, ""),
        NOTHING("=", Tone.FAINT, ""),
        MISSING("+", Tone.CREATE, "is missing: "),
        UNWANTED("-", Tone.DELETE, "must not be there: "),
        HELD(".", Tone.FAINT, "as the playbook says, but others own fields: "),
        ALARM("!", Tone.DANGER, "");

        final String sign;
        final Tone tone;
        final String words;

        Sign(String sign, Tone tone, String words) {
            this.sign = sign;
            this.tone = tone;
            this.words = words;
        }

        static Sign of(Action action) {
            return valueOf(action.name());
        }
    }

    /**
     * A change of a step.
     *
     * @param kind kind of the object
     * @param name namespace and name of the object
     */
    record ChangeBlock(Sign sign, String kind, String name, List<Row> rows) {
        String title() {
            return sign.words + kind + " " + name;
        }
    }
}
