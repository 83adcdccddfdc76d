// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.ApiServer;
import io.shakebook.testkit.apiserver.Eventually;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Clusters for tests, and how to talk to them. */
final class Clusters {
    static final Eventually EVENTUALLY = new Eventually(Duration.ofSeconds(20));

    private Clusters() {}

    /** Delays that are short, but not nothing. */
    static EmbeddedOptions quick(String name) {
        return EmbeddedOptions.of(name, InstantSource.system(), RandomGenerator.getDefault(), Thread::sleep)
                .withDelays(Duration.ofMillis(150), Duration.ofMillis(100));
    }

    static ApiClient client(URI url) {
        return new ApiClient(new ApiServer(url, Map.of(), Optional.empty(), Set.of()));
    }

    static String configMap(String name, String value) {
        return "{apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: '%s'}, data: {k: '%s'}}".formatted(name, value);
    }

    /** A Deployment of one container whose selector is {@code app: NAME}. */
    static String deployment(String name, String metadata, String spec) {
        return """
                {apiVersion: 'apps/v1', kind: 'Deployment', metadata: {name: '%1$s', %2$s},
                 spec: {%3$s, selector: {matchLabels: {app: '%1$s'}},
                        template: {metadata: {labels: {app: '%1$s'}},
                                   spec: {containers: [{name: 'main', image: 'registry.invalid/shake:4'}]}}}}""".formatted(name, metadata, spec);
    }
}
