// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is about to be asked: steps of one module look for objects of the same kinds, so that many of them in one place
 * are better served by one list from the start. Not changed any more once it is handed over.
 */
public final class Expected {
    private final Map<List<String>, Integer> alike = new HashMap<>();
    private final Map<List<String>, Integer> most = new HashMap<>();

    public void step(String module, String cluster, String namespace) {
        int steps = alike.merge(List.of(module, cluster, namespace), 1, Integer::sum);
        most.merge(List.of(cluster, namespace), steps, Math::max);
    }

    /** How many steps of one module there are at most; 0 if nothing is known. */
    int alike(String cluster, String namespace) {
        return most.getOrDefault(List.of(cluster, namespace), 0);
    }
}
