// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.event.WalkBackIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ids of the changes that a run has made, in order; also those of which it is not known. */
final class Changed {
    private final CopyOnWriteArrayList<String> ids = new CopyOnWriteArrayList<>();
    private final Map<String, String> uids = new ConcurrentHashMap<>();

    void add(String change) {
        if (!WalkBackIds.is(change)) {
            ids.addIfAbsent(change);
        }
    }

    /** @param uid that the object has after it */
    void add(String change, String uid) {
        add(change);
        uids.put(change, uid);
    }

    /** It does not stand any more. */
    void walkedBack(String change) {
        ids.remove(change);
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    /** Empty for a change that this process did not make. */
    Optional<String> uid(String change) {
        return Optional.ofNullable(uids.get(change));
    }
}
