// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Completion;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.change.Staleness;
import io.shakebook.engine.change.StillPending;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Manifest;
import java.util.Optional;

/** How an object stands to a change of a step, in words of a run when that cannot be said. */
record LiveCheck(StaleCheck check, Completion completion) {

    private interface Comparing {
        Staleness compare() throws StillPending, Secrets.Missing, Unanswered;
    }

    /** Before a first write: is it as it was planned on? */
    Staleness planned(PlannedStep step, Change change, Optional<Manifest> live) throws StepFailure {
        return compared(step, change, () -> check.check(change, live, completion));
    }

    /** After a write that may have happened: did it? If it did not, is the object still as planned on? */
    Staleness settled(PlannedStep step, Change change, Optional<Manifest> live) throws StepFailure {
        return compared(step, change, () -> settled(step.module(), change, live));
    }

    /** After a write that did happen: is the object still as that left it? @param uid that it had then; may be empty */
    Staleness left(PlannedStep step, Change change, Optional<Manifest> live, String uid) throws StepFailure {
        return compared(step, change, () -> check.left(change, live, completion, uid));
    }

    private Staleness settled(String module, Change change, Optional<Manifest> live)
            throws StillPending, Secrets.Missing, Unanswered {
        if (live.isPresent() && change.action() == Action.ADOPT) {
            return check.owned(change, live.get(), completion, Families.manager(module))
                    ? new Staleness.AlreadySo()
                    : check.check(change, live, completion);
        }
        if (live.isPresent() && (change.action() == Action.CREATE || change.action() == Action.UPDATE)) {
            Staleness found = check.left(change, live, completion, "");
            boolean told = found instanceof Staleness.AlreadySo || change.action() == Action.CREATE;
            return told ? found : check.check(change, live, completion);
        }
        return check.check(change, live, completion);
    }

    private static Staleness compared(PlannedStep step, Change change, Comparing comparing) throws StepFailure {
        try {
            return comparing.compare();
        } catch (StillPending e) {
            throw new ChangeFailures(step, change).missing(e);
        } catch (Secrets.Missing e) {
            throw new StepFailure("secret-missing", String.valueOf(e.getMessage())).with("do", e.remedy());
        } catch (Unanswered e) {
            throw new ChangeFailures(step, change).unreachable(e);
        }
    }
}
