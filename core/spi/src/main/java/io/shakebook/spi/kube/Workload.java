// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

/** What the manifest of a Deployment or StatefulSet says of it. Pure reading. */
public record Workload(Manifest manifest) {

    public String name() {
        return manifest.text("metadata", "name");
    }

    /** For people: {@code Deployment "shop"}. */
    public String shown() {
        return manifest.text("kind") + " \"" + name() + "\"";
    }

    /** How many pods it wants; Kubernetes takes one if nothing is said. */
    public int replicas() {
        return manifest.number("spec", "replicas").map(count -> (int) Math.min(count, Integer.MAX_VALUE)).orElse(1);
    }

    public LabelSelector selector() {
        return LabelSelector.of(manifest);
    }

    /** Whether a pod is one of its own: as the pod says, or, if it does not say, as the selector says. */
    public boolean owns(Pod pod) {
        return pod.owner()
                .map(owner -> owner.equals(new Pod.Owner(manifest.text("kind"), name())))
                .orElseGet(() -> selector().matches(pod.manifest().labels()));
    }
}
