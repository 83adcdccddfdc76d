// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

/** Objects for the rows, as relaxed JSON. Metadata and data are the inside of their braces: {@code name: 'a'}. */
final class Samples {
    private Samples() {}

    static String configMap(String metadata, String data) {
        return "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {%s}, data: {%s}}".formatted(metadata, data);
    }

    static String secret(String metadata, String rest) {
        return "{apiVersion: 'v1', kind: 'Secret', metadata: {%s}, %s}".formatted(metadata, rest);
    }

    /** A Service with one port, 6379, that selects {@code app: redis}; the rest goes into its spec. */
    static String service(String metadata, String rest) {
        return """
                {apiVersion: 'v1', kind: 'Service', metadata: {%s},
                 spec: {selector: {app: 'redis'}, ports: [{name: 'redis', port: 6379}], %s}}""".formatted(metadata, rest.isEmpty() ? "sessionAffinity: 'None'" : rest);
    }

    /** A Deployment of one container, {@code main}, whose selector is {@code app: a}. */
    static String deployment(String metadata, String spec) {
        return """
                {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {%s},
                 spec: {%s, selector: {matchLabels: {app: 'a'}},
                        template: {metadata: {labels: {app: 'a'}},
                                   spec: {containers: [{name: 'main', image: 'registry.invalid/shake:4'}]}}}}""".formatted(metadata, spec);
    }

    /** The same Deployment without a word on replicas. */
    static String deploymentWithoutReplicas(String metadata) {
        return deployment(metadata, "revisionHistoryLimit: 10");
    }

    static String scale(String metadata, int replicas) {
        return "{apiVersion: 'autoscaling/v1', kind: 'Scale', metadata: {%s}, spec: {replicas: %d}}"
                .formatted(metadata, replicas);
    }

    static String pod(String metadata) {
        return """
                {apiVersion: 'v1', kind: 'Pod', metadata: {%s},
                 spec: {containers: [{name: 'main', image: 'registry.invalid/redis:7'}]}}""".formatted(metadata);
    }
}
