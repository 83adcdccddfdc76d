// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.InventoryDraft.Node;
import io.shakebook.kubernetes.KubernetesClusters;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an inventory could say of a cluster.
 *
 * @param missing why something is not known; empty if everything is
 */
record SiteFacts(Optional<String> identity, Optional<Node> node, String missing) {
    private static final Kind NODES = new Kind("v1", "Node");
    private static final List<String> ADDRESSES = List.of("ExternalIP", "InternalIP", "Hostname");

    static SiteFacts unknown(String why) {
        return new SiteFacts(Optional.empty(), Optional.empty(), why);
    }

    /** @throws Unanswered if the cluster gave no usable answer at all */
    static SiteFacts of(String cluster, KubernetesClusters clusters) throws Unanswered {
        Optional<String> identity = Optional.of(clusters.identity(cluster)).filter(uid -> !uid.isEmpty());
        String hidden = identity.isPresent() ? "" : "this user may not get the namespace kube-system";
        try {
            Optional<Node> node = ready(clusters.view(cluster).list(NODES, "", Map.of()));
            return new SiteFacts(identity, node, hidden.isEmpty() && node.isEmpty() ? "no node is ready" : hidden);
        } catch (Unanswered e) {
            return new SiteFacts(
                    identity, Optional.empty(), hidden.isEmpty() ? String.valueOf(e.getMessage()) : hidden);
        }
    }

    /** The first by name, so that asking again gives the same. */
    static Optional<Node> ready(List<Manifest> nodes) {
        return nodes.stream()
                .filter(SiteFacts::isReady)
                .flatMap(node -> address(node).stream())
                .findFirst();
    }

    private static boolean isReady(Manifest node) {
        boolean cordoned = node.at("spec", "unschedulable").equals(Optional.of(true));
        return !cordoned
                && maps(node, "conditions").stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.get("type")) && "True".equals(condition.get("status")));
    }

    /** An address that is meant for the outside comes first. */
    private static Optional<Node> address(Manifest node) {
        for (String type : ADDRESSES) {
            for (Map<?, ?> address : maps(node, "addresses")) {
                if (type.equals(address.get("type")) && address.get("address") instanceof String text) {
                    return Optional.of(new Node(node.text("metadata", "name"), type, text));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Map<?, ?>> maps(Manifest node, String list) {
        return node.list("status", list).stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                .toList();
    }
}
