// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static io.shakebook.Mutation.CONFIG;
import static io.shakebook.Mutation.SHAKE;
import static io.shakebook.Mutation.SOURCE;
import static io.shakebook.Mutation.applied;
import static io.shakebook.Mutation.edit;

import java.util.List;

/** What is done to RedisShakes, and what is nobody's business: one row each, with what the next plan must say. */
final class ShakeMutations {

    private ShakeMutations() {}

    static List<Mutation> shakes() {
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
                edit("command is set", SHAKE, container("command: ['sleep']"), "-+ Deployment/redis-shake-sync-0"),
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

    static List<Mutation> nobodysBusiness() {
        return List.of(
                edit("foreign label on a Service", SOURCE, "{metadata: {labels: {team: 'a'}}}"),
                edit("foreign annotation on a config", CONFIG, "{metadata: {annotations: {team: 'a'}}}"),
                edit("foreign label on a shake", SHAKE, "{metadata: {labels: {team: 'a'}}}"),
                edit("foreign finalizer", CONFIG, "{metadata: {finalizers: ['example.com/hold']}}"));
    }
}
