// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.RunEvent;
import java.util.Optional;

/** Asks the questions that a walk meets, and records the answers. Used by the walking thread alone. */
final class Inquiry {
    private final Approvals approvals;
    private final RunDesk desk;

    /** What came of a question. */
    enum Heard {
        YES,
        /** Nobody answered, or the answer was no; recorded as a pause. */
        OPEN,
        /** The run is to stop, or the answer cannot be recorded. */
        NOT_HEARD
    }

    Inquiry(Approvals approvals, RunDesk desk) {
        this.approvals = approvals;
        this.desk = desk;
    }

    Heard ask(String address, String question) {
        if (earlier(address)) {
            return Heard.YES;
        }
        Optional<Approvals.Answer> answer = approvals.confirm(address, question);
        if (desk.stop().startNothing()) {
            return Heard.NOT_HEARD;
        }
        if (answer.filter(Approvals.Answer::yes).isEmpty()) {
            desk.recorder().recorded(new RunEvent.Paused(address, question, answer.map(Approvals.Answer::by)));
            return Heard.OPEN;
        }
        return recorded(address, answer.get()) ? Heard.YES : Heard.NOT_HEARD;
    }

    /** Whether it was answered before, in this run or on the command line; asks nobody. */
    boolean given(String address) {
        if (earlier(address)) {
            return true;
        }
        Optional<Approvals.Answer> given = approvals.given(address);
        given.ifPresent(answer -> recorded(address, answer));
        return given.isPresent();
    }

    /** A yes counts for the whole run; it is shown again and not asked again. */
    private boolean earlier(String address) {
        Optional<RunEvent.Confirmed> earlier = desk.earlier().confirmed(address);
        earlier.ifPresent(desk.recorder()::show);
        return earlier.isPresent();
    }

    private boolean recorded(String address, Approvals.Answer answer) {
        return desk.recorder().recorded(new RunEvent.Confirmed(address, answer.by(), answer.how(), answer.reason()));
    }
}
