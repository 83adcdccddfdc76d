// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Admission;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Claims;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.StillPending;
import io.shakebook.engine.event.RunEvent.Failure;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.UnknownKind;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why a change of a step could not be carried out, in words of the playbook: what, the cause, and what to do. */
record ChangeFailures(PlannedStep step, Change change) {

    StepFailure missing(StillPending e) {
        return new StepFailure("output-missing", "an earlier step did not give " + e.outputs());
    }

    StepFailure unreachable(Unanswered e) {
        if (e instanceof UnknownKind) {
            return new StepFailure("unknown-kind", object() + " cannot be there: " + e.getMessage())
                    .with(
                            "do",
                            "install the CustomResourceDefinition of the kind on \"" + e.cluster() + "\", then resume");
        }
        return new StepFailure("unreachable", "no answer from " + e.cluster() + ": " + e.getMessage())
                .with("do", "put that right, then resume when \"" + e.cluster() + "\" answers");
    }

    /** Nothing of this change was sent, or the server turned it away. */
    StepFailure notWritten(NoAnswer e) {
        String cluster = change.target().cluster();
        return new StepFailure("unreachable", object() + " could not be written, and was not")
                .with("cause", String.valueOf(e.getMessage()))
                .with(
                        "do",
                        Admission.webhookRemedy(String.valueOf(e.getMessage()), cluster)
                                .map(remedy -> remedy + "; then resume")
                                .orElse("resume when \"" + cluster + "\" answers"));
    }

    StepFailure unknown(String cause) {
        return new StepFailure("unknown", "no answer, so it is not known whether " + object() + " was written")
                .with("cause", cause)
                .with("do", "resume when \"" + change.target().cluster() + "\" answers: that reads first to find out");
    }

    /** Its version is another one at each write. */
    StepFailure restless() {
        return new StepFailure("stale", object() + " changes faster than it can be compared and written")
                .with("cause", "somebody else writes it again and again; nothing was written by this step")
                .with("do", "find out who does, then plan again");
    }

    StepFailure conflict(Families.Sorted sorted, Optional<Manifest> live) {
        Map<String, String> details = new LinkedHashMap<>(new Claims(live, change.body()).sentences(sorted.foreign()));
        details.put(
                "do",
                "to take them, write \"" + Claims.takeLine(sorted.foreign()) + "\" in the step at " + step.at()
                        + " and plan again; to leave them, take the fields out of the step");
        return new StepFailure(
                new Failure("conflict", "somebody else owns fields of " + object() + "; nothing was written", details));
    }

    StepFailure refused(Refused e) {
        return new StepFailure("refused", "the server refuses " + object())
                .with("field", e.field().map(FieldPath::toString).orElse(""))
                .with("cause", String.valueOf(e.getMessage()))
                .with("do", e.remedy("the step at " + step.at(), change.target().cluster()));
    }

    private String object() {
        return change.target().object().shown();
    }
}
