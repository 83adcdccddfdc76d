// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ids of the changes that a run has made, in order; also those of which it is not known. */
final class Changed {
    private final CopyOnWriteArrayList<String> ids = new CopyOnWriteArrayList<>();

    void add(String change) {
        ids.addIfAbsent(change);
    }

    List<String> ids() {
        return List.copyOf(ids);
    }
}
