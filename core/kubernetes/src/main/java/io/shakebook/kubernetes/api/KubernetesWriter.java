// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.Opener;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.Written;
import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.Unreached;
import java.time.Duration;
import java.util.function.Function;

/** Writes by one guarded request, which is sent once. */
public final class KubernetesWriter implements ChangeWriter {
    private final Function<String, Door> doors;
    private final ChangeRequest requests;
    private final ServerWarnings warnings;

    /** @param doors by cluster; the only ones that let a write pass */
    public KubernetesWriter(Function<String, Door> doors, Opener opener, ServerWarnings warnings) {
        this.doors = doors;
        this.requests = new ChangeRequest(opener);
        this.warnings = warnings;
    }

    @Override
    public Written write(ReadyChange change, Duration deadline) throws Stale, Conflict, Refused, NoAnswer {
        Door door = doors.apply(change.cluster());
        Requests way;
        Call call;
        try {
            way = door.requests();
            call = requests.of(change, door.cluster().path(change.object()), false);
        } catch (Unreached e) {
            throw NoAnswer.nothingDone(e.why());
        }
        Answer answer = answer(way, call, deadline);
        warnings.of(change, answer);
        return new Written(new ChangeAnswer(change).read(answer));
    }

    private static Answer answer(Requests way, Call call, Duration deadline) throws NoAnswer {
        try {
            return way.send(call, deadline);
        } catch (Unreached e) {
            throw e.sent() ? new NoAnswer(e.why()) : NoAnswer.nothingDone(e.why());
        }
    }
}
