// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.ClusterState;
import io.shakebook.cli.ClusterState.Dark;
import io.shakebook.cli.ClusterState.Lit;
import io.shakebook.engine.source.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clusters of an inventory for programs. */
public final class ClustersJson {

    public String text(List<ClusterState> clusters) {
        return Json.pretty(
                Map.of("clusters", clusters.stream().map(ClustersJson::tree).toList()));
    }

    private static Map<String, Object> tree(ClusterState cluster) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", cluster.name());
        tree.put("about", cluster.about());
        tree.put("reachable", !cluster.dark());
        if (cluster.found() instanceof Lit lit) {
            tree.put("version", lit.version());
            tree.put("identity", lit.identity());
            tree.put("who", lit.who());
            tree.put("latency-ms", lit.latency().toMillis());
            tree.put("unpinned", lit.unpinned());
        } else if (cluster.found() instanceof Dark dark) {
            tree.put("why", dark.why());
        }
        return tree;
    }
}
