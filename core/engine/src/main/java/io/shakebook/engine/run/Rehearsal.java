// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Families;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.Take;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.Optional;

/** The server's own dry run of a change, right before it is written: would it go through, and who owns what it sets. */
record Rehearsal(ServerPreview preview, Duration patience) {

    /**
     * The change with force, if fields are to be taken that others own and the plan says so.
     *
     * @throws StepFailure if somebody else owns a field that must not be taken, or if the server refuses
     * @throws NoAnswer if there was no answer, or the object changed meanwhile; nothing was written
     */
    ReadyChange of(PlannedStep step, Change change, ReadyChange ready, Optional<Manifest> live)
            throws StepFailure, NoAnswer {
        ChangeFailures failures = new ChangeFailures(step, change);
        ReadyChange gentle = forced(ready, false);
        try {
            preview.preview(gentle, patience);
            return gentle;
        } catch (Conflict e) {
            return despite(e, step, change, ready, live);
        } catch (Stale e) {
            throw NoAnswer.nothingDone("it changed while it was looked at");
        } catch (Refused e) {
            throw failures.refused(e);
        } catch (NoAnswer e) {
            throw NoAnswer.nothingDone(String.valueOf(e.getMessage()));
        }
    }

    /** The same with force, if all who object are modules of Shakebook or are to be taken from. */
    ReadyChange despite(
            Conflict conflict, PlannedStep step, Change change, ReadyChange ready, Optional<Manifest> live)
            throws StepFailure {
        Families.Sorted sorted = Families.sort(
                conflict.owners(), change.takes().stream().map(Take::field).toList());
        if (!sorted.foreign().isEmpty() || ready.force()) {
            throw new ChangeFailures(step, change).conflict(sorted, live);
        }
        return forced(ready, true);
    }

    private static ReadyChange forced(ReadyChange ready, boolean force) {
        return new ReadyChange(
                ready.cluster(), ready.object(), ready.body(), ready.guard(), ready.fieldManager(), force);
    }
}
