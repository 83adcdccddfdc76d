// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;

/**
 * What the server chose for a Service and others rely on: address and node ports. Whoever makes it again says them, for it
 * would get others; whoever applies it without them leaves them as they are.
 * Source: https://kubernetes.io/docs/concepts/services-networking/service/#choosing-your-own-ip-address
 */
final class Chosen {
    private static final FieldPath ADDRESS = FieldPath.of("spec", "clusterIP");
    private static final FieldPath PORTS = FieldPath.of("spec", "ports");
    private static final FieldPath.Key NODE_PORT = new FieldPath.Key("nodePort");

    private Chosen() {}

    static boolean is(Manifest live, FieldPath path) {
        List<FieldPath.Segment> segments = path.segments();
        return live.ref().kind().equals(Kind.SERVICE)
                && (path.equals(ADDRESS)
                        || (path.startsWith(PORTS)
                                && segments.get(segments.size() - 1).equals(NODE_PORT)));
    }

    static void add(TreeEdit body, Manifest live) {
        for (Map.Entry<FieldPath, Object> field :
                Leaves.of(live, Shape.of(List.of(live))).entrySet()) {
            if (is(live, field.getKey())) {
                body.set(field.getKey(), field.getValue());
            }
        }
    }
}
