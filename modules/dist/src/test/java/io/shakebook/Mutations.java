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
import static io.shakebook.Mutation.sed;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What people and other programs do to the objects of the playbooks: one row each, with what the next plan must say. */
final class Mutations {
    private static final String DIGEST =
            "Deployment/redis-shake-sync-0 spec.template.metadata.annotations[shakebook.io/config-digest]: digest -> ";
    private static final String RESTART = DIGEST + "digest";
    private static final String RESTART_LATER = DIGEST + "known later";
    private static final String ADDRESS_LATER =
            "ConfigMap/redis-sync-0 data[sync.toml] source.address: 10.0.1.11:port -> known later";

    private Mutations() {}

    static Stream<Mutation> all() {
        return Stream.of(services(), configs(), shakes(), whole(), nobodysBusiness())
                .flatMap(List::stream);
    }

    private static List<Mutation> services() {
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

    private static List<Mutation> configs() {
        return List.of(
                edit("another file beside it", CONFIG, "{data: {notes: 'mine'}}"),
                edit(
                        "sync.toml is emptied",
                        CONFIG,
                        "{data: {'sync.toml': ''}}",
                        "ConfigMap/redis-sync-0 data[sync.toml] 24 keys by kubectl-edit"),
                edit(
                        "sync.toml is removed",
                        CONFIG,
                        "{data: {'sync.toml': null}}",
                        "ConfigMap/redis-sync-0 data[sync.toml] 24 keys"),
                edit(
                        "sync.toml is no TOML",
                        CONFIG,
                        "{data: {'sync.toml': 'not = = toml'}}",
                        "ConfigMap/redis-sync-0 data[sync.toml] 39 keys by kubectl-edit"),
                sed(
                        "a value is edited",
                        "log_level = \"info\"",
                        "log_level = \"debug\"",
                        "ConfigMap/redis-sync-0 data[sync.toml] advanced.log_level: debug -> info by kubectl-edit"),
                sed(
                        "a comment is edited",
                        "# 0 uses every core",
                        "# mine: 0 uses every core",
                        "ConfigMap/redis-sync-0 data[sync.toml] text by kubectl-edit"),
                sed(
                        "a float becomes an integer",
                        "version = 6.0",
                        "version = 6",
                        "ConfigMap/redis-sync-0 data[sync.toml] source.version: 6 -> 6.0 by kubectl-edit",
                        "ConfigMap/redis-sync-0 data[sync.toml] target.version: 6 -> 6.0 by kubectl-edit"),
                sed(
                        "a password is edited",
                        "password = \"demo-password-a\"",
                        "password = \"demo-password-x\"",
                        "ConfigMap/redis-sync-0 data[sync.toml] source.password: {\"masked\":\"differs\"} -> {\"text\":[{\"secret\":\"#1\"}]} by kubectl-edit"),
                sed(
                        "a key is removed",
                        "metrics_port = 0",
                        "",
                        "ConfigMap/redis-sync-0 data[sync.toml] advanced.metrics_port: nothing -> 0 by kubectl-edit"),
                sed(
                        "a key is added",
                        "metrics_port = 0",
                        "metrics_port = 0\nmine = 1",
                        "ConfigMap/redis-sync-0 data[sync.toml] advanced.mine: 1 -> nothing by kubectl-edit"),
                sed(
                        "a table is added",
                        "[advanced]",
                        "[mine]\nkey = 1\n\n[advanced]",
                        "ConfigMap/redis-sync-0 data[sync.toml] mine.key: 1 -> nothing by kubectl-edit"),
                sed(
                        "line ends are Windows'",
                        "\n",
                        "\r\n",
                        "ConfigMap/redis-sync-0 data[sync.toml] text by kubectl-edit"),
                edit(
                        "config's label is edited",
                        CONFIG,
                        "{metadata: {labels: {'app.kubernetes.io/managed-by': 'helm'}}}",
                        "ConfigMap/redis-sync-0 metadata.labels[app.kubernetes.io/managed-by]: helm -> shakebook by kubectl-edit"),
                edit("config is immutable", CONFIG, "{immutable: true}").byItself(),
                deleted(
                                "source's Service is deleted and its config cannot be changed",
                                SOURCE,
                                "+ Service/redis-a-leader-svc-0",
                                "-+ ConfigMap/redis-sync-0",
                                RESTART_LATER)
                        .byItself(),
                edit("binary data beside it", CONFIG, "{binaryData: {blob: 'AAAA'}}"));
    }

    private static List<Mutation> shakes() {
        return List.of(
                edit(
                        "scaled to none",
                        SHAKE,
                        "{spec: {replicas: 0}}",
                        "Deployment/redis-shake-sync-0 spec.replicas: 0 -> 1 by kubectl-edit"),
                edit(
                        "scaled to two",
                        SHAKE,
                        "{spec: {replicas: 2}}",
                        "Deployment/redis-shake-sync-0 spec.replicas: 2 -> 1 by kubectl-edit"),
                edit(
                        "image is another",
                        SHAKE,
                        container("image: 'redis-shake:latest'"),
                        "Deployment/redis-shake-sync-0 spec.template.spec.containers[name=shake].image: redis-shake:latest -> release.daocloud.io/ndx-product/redis-shake@sha256:46652d7d8... by kubectl-edit"),
                edit(
                        "argument is another",
                        SHAKE,
                        container("args: ['/etc/sync/other.toml']"),
                        "Deployment/redis-shake-sync-0 spec.template.spec.containers[name=shake].args: [\"/etc/sync/other.toml\"] -> [\"/etc/sync/sync.toml\"] by kubectl-edit"),
                edit(
                        "argument is added",
                        SHAKE,
                        container("args: ['/etc/sync/sync.toml', '-v']"),
                        "Deployment/redis-shake-sync-0 spec.template.spec.containers[name=shake].args: [\"/etc/sync/sync.toml\",\"-v\"] -> [\"/etc/sync/sync.toml\"] by kubectl-edit"),
                edit(
                        "argument is removed",
                        SHAKE,
                        container("args: null"),
                        "Deployment/redis-shake-sync-0 spec.template.spec.containers[name=shake].args: nothing -> [\"/etc/sync/sync.toml\"]"),
                edit("command is set", SHAKE, container("command: ['sleep']")),
                edit("environment is set", SHAKE, container("env: [{name: 'A', value: 'b'}]")),
                edit("resources are set", SHAKE, container("resources: {limits: {cpu: '1'}}")),
                edit(
                        "another shake beside it",
                        SHAKE,
                        "{spec: {template: {spec: {containers: [{name: 'second', image: 'mirror.example/redis-shake:3'}]}}}}",
                        "-+ Deployment/redis-shake-sync-0"),
                edit("a sidecar", SHAKE, "{spec: {template: {spec: {containers: [{name: 'side', image: 'i'}]}}}}"),
                edit(
                        "strategy is RollingUpdate",
                        SHAKE,
                        "{spec: {strategy: {type: 'RollingUpdate'}}}",
                        "-+ Deployment/redis-shake-sync-0"),
                edit(
                        "config is mounted elsewhere",
                        SHAKE,
                        container(
                                "volumeMounts: [{mountPath: '/etc/sync', '$patch': 'delete'}, {mountPath: '/etc/other', name: 'config'}]"),
                        "Deployment/redis-shake-sync-0 spec.template.spec.containers[name=shake].volumeMounts[mountPath=/etc/sync].mountPath: nothing -> /etc/sync",
                        "Deployment/redis-shake-sync-0 spec.template.spec.containers[name=shake].volumeMounts[mountPath=/etc/sync].name: nothing -> config",
                        "Deployment/redis-shake-sync-0 spec.template.spec.containers[name=shake].volumeMounts[mountPath=/etc/sync].readOnly: nothing -> true"),
                edit(
                        "data is read-only",
                        SHAKE,
                        container("volumeMounts: [{mountPath: '/data', name: 'data', readOnly: true}]"),
                        "Deployment/redis-shake-sync-0 spec.template.spec.containers[name=shake].volumeMounts[mountPath=/data].readOnly: true -> false by kubectl-edit"),
                edit(
                        "another volume is mounted",
                        SHAKE,
                        "{spec: {template: {spec: {volumes: [{name: 'more', emptyDir: {}}], containers: [{name: 'shake', volumeMounts: [{mountPath: '/more', name: 'more'}]}]}}}}"),
                edit(
                                "config is another ConfigMap",
                                SHAKE,
                                "{spec: {template: {spec: {volumes: [{name: 'config', configMap: {name: 'redis-sync-1'}}]}}}}",
                                "Deployment/redis-shake-sync-0 spec.template.spec.volumes[name=config].configMap.name: redis-sync-1 -> redis-sync-0 by kubectl-edit")
                        .byItself(),
                edit(
                        "data has a size",
                        SHAKE,
                        "{spec: {template: {spec: {volumes: [{name: 'data', emptyDir: {sizeLimit: '1Gi'}}]}}}}"),
                edit(
                        "data is in memory",
                        SHAKE,
                        "{spec: {template: {spec: {volumes: [{name: 'data', emptyDir: {medium: 'Memory'}}]}}}}"),
                edit(
                        "config digest is edited",
                        SHAKE,
                        "{spec: {template: {metadata: {annotations: {'shakebook.io/config-digest': 'x'}}}}}",
                        "Deployment/redis-shake-sync-0 spec.template.metadata.annotations[shakebook.io/config-digest]: x -> digest by kubectl-edit"),
                edit(
                        "config digest is removed",
                        SHAKE,
                        "{spec: {template: {metadata: {annotations: {'shakebook.io/config-digest': null}}}}}",
                        "Deployment/redis-shake-sync-0 spec.template.metadata.annotations[shakebook.io/config-digest]: nothing -> digest"),
                edit(
                        "restarted by kubectl",
                        SHAKE,
                        "{spec: {template: {metadata: {annotations: {'kubectl.kubernetes.io/restartedAt': '2026-11-25T00:00:00Z'}}}}}"),
                edit(
                        "token is mounted",
                        SHAKE,
                        "{spec: {template: {spec: {automountServiceAccountToken: true}}}}",
                        "Deployment/redis-shake-sync-0 spec.template.spec.automountServiceAccountToken: true -> false by kubectl-edit"),
                edit(
                        "paused",
                        SHAKE,
                        "{spec: {paused: true}}",
                        "Deployment/redis-shake-sync-0 spec.paused: true -> false by kubectl-edit"),
                edit(
                        "pod label is edited",
                        SHAKE,
                        "{spec: {template: {metadata: {labels: {'app.kubernetes.io/name': 'mine'}}}}}",
                        "Deployment/redis-shake-sync-0 spec.template.metadata.labels[app.kubernetes.io/name]: mine -> redis-shake-sync-0 by kubectl-edit"),
                edit(
                        "shake's label is edited",
                        SHAKE,
                        "{metadata: {labels: {app: 'mine'}}}",
                        "Deployment/redis-shake-sync-0 metadata.labels.app: mine -> redis-shake-sync-0 by kubectl-edit"),
                applied(
                        "replicas are taken by server-side apply",
                        SHAKE,
                        "{apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: 'redis-shake-sync-0'}, spec: {replicas: 3}}",
                        "Deployment/redis-shake-sync-0 spec.replicas: 3 -> 1 by kubectl"));
    }

    private static String container(String fields) {
        return "{spec: {template: {spec: {containers: [{name: 'shake', " + fields + "}]}}}}";
    }

    private static List<Mutation> whole() {
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
                        Mutations::withoutAddresses,
                        "= Service/redis-a-leader-svc-0",
                        "ConfigMap/redis-sync-0 data[sync.toml] source.address: 10.0.1.11:port -> 10.0.1.11:port",
                        RESTART),
                replaced(
                        "target's Service is made again",
                        TARGET,
                        Mutations::withoutAddresses,
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
                        Mutations::withOtherSelector,
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

    private static List<Mutation> nobodysBusiness() {
        return List.of(
                edit("foreign label on a Service", SOURCE, "{metadata: {labels: {team: 'a'}}}"),
                edit("foreign annotation on a config", CONFIG, "{metadata: {annotations: {team: 'a'}}}"),
                edit("foreign label on a shake", SHAKE, "{metadata: {labels: {team: 'a'}}}"),
                edit("foreign finalizer", CONFIG, "{metadata: {finalizers: ['example.com/hold']}}"));
    }
}
