// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a thing is: what stays the same when its name and some of its values change. */
final class Place {
    private static final List<String> OF_CLUSTER = List.of("identity", "embedded", "kubeconfig", "context", "server");
    private static final String NAMESPACE = "namespace";

    private Place() {}

    static boolean same(String section, Fields was, Fields is, Sameness sameness) {
        return section.equals(Listing.CLUSTERS) ? sameCluster(was, is) : sameEntry(was, is, sameness);
    }

    /** A pinned identity is decisive. */
    private static boolean sameCluster(Fields was, Fields is) {
        boolean pinned = was.fields().containsKey("identity") && is.fields().containsKey("identity");
        List<String> keys = pinned ? List.of("identity") : OF_CLUSTER.subList(1, OF_CLUSTER.size() - 1);
        return keys.stream()
                .allMatch(key -> String.valueOf(was.fields().get(key))
                        .equals(String.valueOf(is.fields().get(key))));
    }

    /** All that it refers to, and its namespace. */
    private static boolean sameEntry(Fields was, Fields is, Sameness sameness) {
        Fields from = anchors(was);
        return !from.fields().isEmpty() && sameness.same(from, anchors(is));
    }

    private static Fields anchors(Fields all) {
        Map<String, Content> anchors = Leaves.of(all).entrySet().stream()
                .filter(one -> one.getValue() instanceof Named || one.getKey().equals(NAMESPACE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Fields(anchors);
    }
}
