// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.world;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.Map;

/** A Deployment or StatefulSet as a cluster shows it; each method gives another one. */
public record SampleWorkload(Manifest manifest) {

    /** A Deployment whose pods carry the label app with its name, rolled out. */
    public static SampleWorkload deployment(String namespace, String name) {
        return of(Kind.DEPLOYMENT, namespace, name);
    }

    /** A StatefulSet whose pods carry the label app with its name, rolled out. */
    public static SampleWorkload statefulSet(String namespace, String name) {
        return of(Kind.STATEFUL_SET, namespace, name);
    }

    private static SampleWorkload of(Kind kind, String namespace, String name) {
        Map<String, Object> rest = Map.of(
                "metadata", Map.of("generation", 1),
                "spec", Map.of("selector", Map.of("matchLabels", Map.of("app", name))));
        return new SampleWorkload(Manifest.of(new ObjectRef(kind, namespace, name), rest)).replicas(1);
    }

    public SampleWorkload with(String path, Object value) {
        return new SampleWorkload(Edited.with(manifest, path, value));
    }

    /** Wants so many pods and reports that it has them. */
    public SampleWorkload replicas(int count) {
        Map<String, Object> status = Map.of(
                "observedGeneration",
                1,
                "replicas",
                count,
                "updatedReplicas",
                count,
                "readyReplicas",
                count,
                "availableReplicas",
                count);
        return with("spec.replicas", count).with("status", status);
    }
}
