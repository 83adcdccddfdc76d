// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.Opener;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.Stale;
import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The server's own dry run of the very request that the writer would send. */
public final class KubernetesPreview implements ServerPreview {
    private final Function<String, Door> doors;
    private final ChangeRequest requests;
    private final ServerWarnings warnings;

    /** @param doors by cluster; they let nothing pass that changes anything */
    public KubernetesPreview(Function<String, Door> doors, Opener opener, ServerWarnings warnings) {
        this.doors = doors;
        this.requests = new ChangeRequest(opener);
        this.warnings = warnings;
    }

    @Override
    public Optional<Manifest> preview(ReadyChange change, Duration deadline) throws Stale, Conflict, Refused, NoAnswer {
        Door door = doors.apply(change.cluster());
        try {
            String path = door.cluster().path(change.object());
            Answer answer = door.requests().send(requests.of(change, path, true), deadline);
            warnings.of(change, answer);
            return new ChangeAnswer(change).read(answer);
        } catch (Unreached e) {
            throw NoAnswer.nothingDone(e.why());
        }
    }
}
