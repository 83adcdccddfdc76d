// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static io.shakebook.Mutation.CONFIG;
import static io.shakebook.Mutation.SOURCE;
import static io.shakebook.Mutation.deleted;
import static io.shakebook.Mutation.edit;
import static io.shakebook.Mutation.sed;

import java.util.List;

/** What is done to configurations: one row each, with what the next plan must say. */
final class ConfigMutations {
    private static final String DIGEST =
            "Deployment/redis-shake-sync-0 spec.template.metadata.annotations[shakebook.io/config-digest]: digest -> ";
    private static final String RESTART_LATER = DIGEST + "known later";

    private ConfigMutations() {}

    static List<Mutation> configs() {
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
}
