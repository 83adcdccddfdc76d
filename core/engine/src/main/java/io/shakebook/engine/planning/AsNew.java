// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.Stale;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks a server about the same body as a new object of another name; see docs/adr/replace-what-stands-in-the-way.md. */
record AsNew(ServerPreview preview, Duration patience) {
    private static final int LONGEST_STEM = 50;

    /**
     * Whether the server would accept the same as a new object, so that only what the live one holds beside it is in the
     * way: the defaults of a RollingUpdate where Recreate is wanted, a second port without a name, an immutable ConfigMap.
     */
    boolean wouldDo(ReadyChange refused) {
        if (!(refused.guard() instanceof Guard.Unchanged)) {
            return false;
        }
        ObjectRef object = refused.object();
        String name = object.name().substring(0, Math.min(object.name().length(), LONGEST_STEM)) + "-anew";
        ObjectRef other = new ObjectRef(object.kind(), object.namespace(), name);
        Map<String, Object> rest =
                new LinkedHashMap<>(refused.body().orElseThrow().tree());
        Map<String, Object> metadata =
                new LinkedHashMap<>(refused.body().orElseThrow().map("metadata"));
        metadata.put("name", name);
        rest.put("metadata", metadata);
        try {
            preview.preview(
                    new ReadyChange(
                            refused.cluster(),
                            other,
                            Optional.of(Manifest.of(other, rest)),
                            new Guard.Missing(),
                            refused.fieldManager(),
                            false),
                    patience);
            return true;
        } catch (Conflict | Stale | NoAnswer | Refused no) {
            return false;
        }
    }
}
