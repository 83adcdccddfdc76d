// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static io.shakebook.Mutation.CONFIG;
import static io.shakebook.Mutation.SHAKE;
import static io.shakebook.Mutation.SHAKE_SERVICE;
import static io.shakebook.Mutation.SOURCE;
import static io.shakebook.Mutation.TARGET;
import static io.shakebook.Mutation.applied;
import static io.shakebook.Mutation.deleted;
import static io.shakebook.Mutation.edit;
import static io.shakebook.Mutation.jsonPatch;
import static io.shakebook.Mutation.replaced;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What is done to Services and to whole objects: one row each, with what the next plan must say. */
final class ServiceMutations {
    private static final String DIGEST =
            "Deployment/redis-shake-sync-0 spec.template.metadata.annotations[shakebook.io/config-digest]: digest -> ";
    private static final String RESTART = DIGEST + "digest";
    private static final String RESTART_LATER = DIGEST + "known later";
    private static final String ADDRESS_LATER =
            "ConfigMap/redis-sync-0 data[sync.toml] source.address: 10.0.1.11:port -> known later";

    private ServiceMutations() {}

    static List<Mutation> services() {
        return List.of(
                edit(
                        "selector leads to a follower",
                        SOURCE,
                        "{spec: {selector: {role: 'follower'}}}",
                        "Service/redis-a-leader-svc-0 spec.selector.role: follower -> leader by kubectl-edit"),
                edit(
                                "selector leads to another leader",
                                SOURCE,
                                "{spec: {selector: {'statefulset.kubernetes.io/pod-name': 'redis-a-leader-1'}}}",
                                "Service/redis-a-leader-svc-0 spec.selector[statefulset.kubernetes.io/pod-name]: redis-a-leader-1 -> redis-a-leader-0 by kubectl-edit")
                        .byItself(),
                edit(
                        "selector loses the pod's name",
                        SOURCE,
                        "{spec: {selector: {'statefulset.kubernetes.io/pod-name': null}}}",
                        "Service/redis-a-leader-svc-0 spec.selector[statefulset.kubernetes.io/pod-name]: nothing -> redis-a-leader-0 by kubectl-edit"),
                edit(
                        "selector gains a label",
                        SOURCE,
                        "{spec: {selector: {extra: 'yes'}}}",
                        "Service/redis-a-leader-svc-0 spec.selector.extra: yes -> nothing by kubectl-edit"),
                edit(
                        "type becomes ClusterIP",
                        SOURCE,
                        "{spec: {type: 'ClusterIP'}}",
                        "Service/redis-a-leader-svc-0 spec.externalTrafficPolicy: nothing -> decided by the server",
                        "Service/redis-a-leader-svc-0 spec.ports[port=6379,protocol=TCP].nodePort: nothing -> decided by the server",
                        "Service/redis-a-leader-svc-0 spec.type: ClusterIP -> NodePort by kubectl-edit",
                        ADDRESS_LATER,
                        RESTART_LATER),
                edit(
                        "type becomes LoadBalancer",
                        SOURCE,
                        "{spec: {type: 'LoadBalancer'}}",
                        "Service/redis-a-leader-svc-0 spec.type: LoadBalancer -> NodePort by kubectl-edit"),
                edit(
                        "target port is edited",
                        SOURCE,
                        "{spec: {ports: [{port: 6379, protocol: 'TCP', targetPort: 6380}]}}",
                        "Service/redis-a-leader-svc-0 spec.ports[port=6379,protocol=TCP].targetPort: 6380 -> 6379 by kubectl-edit"),
                jsonPatch(
                        "port is another one",
                        SOURCE,
                        "[{op: 'replace', path: '/spec/ports/0/port', value: 6380}]",
                        "-+ Service/redis-a-leader-svc-0",
                        ADDRESS_LATER,
                        RESTART_LATER),
                jsonPatch(
                        "node port is another one",
                        SOURCE,
                        "[{op: 'replace', path: '/spec/ports/0/nodePort', value: 31999}]",
                        "ConfigMap/redis-sync-0 data[sync.toml] source.address: 10.0.1.11:port -> 10.0.1.11:port",
                        RESTART),
                jsonPatch(
                        "a second port",
                        SOURCE,
                        "[{op: 'replace', path: '/spec/ports/0/name', value: 'redis'}, {op: 'add', path: '/spec/ports/-', value: {name: 'metrics', port: 9121, protocol: 'TCP', targetPort: 9121}}]"),
                edit(
                        "Service's label is removed",
                        SOURCE,
                        "{metadata: {labels: {'app.kubernetes.io/managed-by': null}}}",
                        "Service/redis-a-leader-svc-0 metadata.labels[app.kubernetes.io/managed-by]: nothing -> shakebook"),
                edit(
                        "Service's label is edited",
                        SOURCE,
                        "{metadata: {labels: {'app.kubernetes.io/managed-by': 'helm'}}}",
                        "Service/redis-a-leader-svc-0 metadata.labels[app.kubernetes.io/managed-by]: helm -> shakebook by kubectl-edit"),
                edit(
                        "target's selector is edited",
                        TARGET,
                        "{spec: {selector: {'redis-failover': 'slave'}}}",
                        "Service/redis-b-sync-svc spec.selector.redis-failover: slave -> master by kubectl-edit"),
                edit(
                        "target becomes NodePort",
                        TARGET,
                        "{spec: {type: 'NodePort'}}",
                        "Service/redis-b-sync-svc spec.externalTrafficPolicy: Cluster -> nothing",
                        "Service/redis-b-sync-svc spec.ports[port=6379,protocol=TCP].nodePort: port -> nothing",
                        "Service/redis-b-sync-svc spec.type: NodePort -> ClusterIP by kubectl-edit"),
                edit("session affinity", TARGET, "{spec: {sessionAffinity: 'ClientIP'}}"),
                edit(
                                "shake's Service selects another shake",
                                SHAKE_SERVICE,
                                "{spec: {selector: {app: 'redis-shake-sync-1'}}}",
                                "Service/redis-shake-sync-0 spec.selector.app: redis-shake-sync-1 -> redis-shake-sync-0 by kubectl-edit")
                        .byItself(),
                edit(
                        "shake's Service becomes ClusterIP",
                        SHAKE_SERVICE,
                        "{spec: {type: 'ClusterIP'}}",
                        "Service/redis-shake-sync-0 spec.externalTrafficPolicy: nothing -> decided by the server",
                        "Service/redis-shake-sync-0 spec.ports[port=6379,protocol=TCP].nodePort: nothing -> decided by the server",
                        "Service/redis-shake-sync-0 spec.type: ClusterIP -> NodePort by kubectl-edit"),
                applied(
                        "selector is taken by server-side apply",
                        SOURCE,
                        "{apiVersion: 'v1', kind: 'Service', metadata: {name: 'redis-a-leader-svc-0'}, spec: {selector: {role: 'follower'}}}",
                        "Service/redis-a-leader-svc-0 spec.selector.role: follower -> leader by kubectl",
                        "Service/redis-a-leader-svc-0 spec.selector[app.kubernetes.io/component]: nothing -> redis by kubectl",
                        "Service/redis-a-leader-svc-0 spec.selector[app.kubernetes.io/managed-by]: nothing -> redis-operator by kubectl",
                        "Service/redis-a-leader-svc-0 spec.selector[app.kubernetes.io/name]: nothing -> redis-a by kubectl",
                        "Service/redis-a-leader-svc-0 spec.selector[statefulset.kubernetes.io/pod-name]: nothing -> redis-a-leader-0 by kubectl"),
                applied(
                        "equal value is taken by server-side apply",
                        SOURCE,
                        "{apiVersion: 'v1', kind: 'Service', metadata: {name: 'redis-a-leader-svc-0'}, spec: {selector: {role: 'leader'}}}",
                        "Service/redis-a-leader-svc-0 spec.selector[app.kubernetes.io/component]: nothing -> redis by kubectl",
                        "Service/redis-a-leader-svc-0 spec.selector[app.kubernetes.io/managed-by]: nothing -> redis-operator by kubectl",
                        "Service/redis-a-leader-svc-0 spec.selector[app.kubernetes.io/name]: nothing -> redis-a by kubectl",
                        "Service/redis-a-leader-svc-0 spec.selector[statefulset.kubernetes.io/pod-name]: nothing -> redis-a-leader-0 by kubectl"));
    }

    static List<Mutation> whole() {
        return List.of(
                deleted(
                        "source's Service is deleted",
                        SOURCE,
                        "+ Service/redis-a-leader-svc-0",
                        ADDRESS_LATER,
                        RESTART_LATER),
                deleted(
                        "target's Service is deleted",
                        TARGET,
                        "+ Service/redis-b-sync-svc",
                        "ConfigMap/redis-sync-0 data[sync.toml] target.address: ip:6379 -> known later",
                        "ConfigMap/redis-sync-1 data[sync.toml] target.address: ip:6379 -> known later",
                        "ConfigMap/redis-sync-2 data[sync.toml] target.address: ip:6379 -> known later",
                        RESTART_LATER,
                        "Deployment/redis-shake-sync-1 spec.template.metadata.annotations[shakebook.io/config-digest]: digest -> known later",
                        "Deployment/redis-shake-sync-2 spec.template.metadata.annotations[shakebook.io/config-digest]: digest -> known later"),
                deleted("config is deleted", CONFIG, "+ ConfigMap/redis-sync-0"),
                deleted("shake is deleted", SHAKE, "+ Deployment/redis-shake-sync-0"),
                deleted("shake's Service is deleted", SHAKE_SERVICE, "+ Service/redis-shake-sync-0"),
                replaced(
                        "source's Service is made again",
                        SOURCE,
                        ServiceMutations::withoutAddresses,
                        "= Service/redis-a-leader-svc-0",
                        "ConfigMap/redis-sync-0 data[sync.toml] source.address: 10.0.1.11:port -> 10.0.1.11:port",
                        RESTART),
                replaced(
                        "target's Service is made again",
                        TARGET,
                        ServiceMutations::withoutAddresses,
                        "= Service/redis-b-sync-svc",
                        "ConfigMap/redis-sync-0 data[sync.toml] target.address: ip:6379 -> ip:6379",
                        "ConfigMap/redis-sync-1 data[sync.toml] target.address: ip:6379 -> ip:6379",
                        "ConfigMap/redis-sync-2 data[sync.toml] target.address: ip:6379 -> ip:6379",
                        RESTART,
                        "Deployment/redis-shake-sync-1 spec.template.metadata.annotations[shakebook.io/config-digest]: digest -> digest",
                        "Deployment/redis-shake-sync-2 spec.template.metadata.annotations[shakebook.io/config-digest]: digest -> digest"),
                replaced("config is made again", CONFIG, body -> {}, "= ConfigMap/redis-sync-0"),
                replaced("shake is made again", SHAKE, body -> {}, "= Deployment/redis-shake-sync-0"),
                replaced(
                        "shake is made again with another selector",
                        SHAKE,
                        ServiceMutations::withOtherSelector,
                        "-+ Deployment/redis-shake-sync-0"));
    }

    /** A Service as a manifest in somebody's git has it: the server chooses the addresses anew. */
    private static void withoutAddresses(ObjectNode service) {
        ObjectNode spec = (ObjectNode) service.path("spec");
        spec.remove(List.of("clusterIP", "clusterIPs"));
        spec.path("ports").forEach(port -> ((ObjectNode) port).remove("nodePort"));
    }

    private static void withOtherSelector(ObjectNode shake) {
        ((ObjectNode) shake.at("/spec/selector/matchLabels")).put("app", "mine");
        ((ObjectNode) shake.at("/spec/template/metadata/labels")).put("app", "mine");
    }
}
