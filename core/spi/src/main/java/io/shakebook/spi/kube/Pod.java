// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.kube;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a pod's manifest says of it. Pure reading; the manifest may be of any age. */
public record Pod(Manifest manifest) {

    /** The workload that a pod belongs to, as its controller reference says. */
    public record Owner(String kind, String name) {}

    public String name() {
        return manifest.text("metadata", "name");
    }

    /** Whether it serves: its condition Ready is true and it is not being deleted. */
    public boolean ready() {
        return !terminating() && Conditions.of(manifest).isTrue("Ready");
    }

    public boolean terminating() {
        return manifest.terminating();
    }

    /**
     * Whether none of its processes runs any more, as with an evicted pod, which stays in the list. A pod that is being
     * deleted has not ended: its processes run until it is gone from the list.
     */
    public boolean ended() {
        String phase = manifest.text("status", "phase");
        boolean over = phase.equals("Succeeded") || phase.equals("Failed");
        return over && !terminating() && containers().stream().noneMatch(container -> container.containsKey("running"));
    }

    /** What keeps a pod that is being deleted in the list, apart from its processes. */
    public List<String> finalizers() {
        return manifest.list("metadata", "finalizers").stream()
                .map(String::valueOf)
                .toList();
    }

    /**
     * The Deployment, StatefulSet or other workload that controls it; empty if the pod does not say. A Deployment is
     * known by its ReplicaSet's name without the pod template's hash.
     */
    public Optional<Owner> owner() {
        return manifest.list("metadata", "ownerReferences").stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(reference -> (Map<?, ?>) reference)
                .filter(reference -> Boolean.TRUE.equals(reference.get("controller")))
                .findFirst()
                .flatMap(reference ->
                        owner(String.valueOf(reference.get("kind")), String.valueOf(reference.get("name"))));
    }

    /**
     * Whether it belongs to a workload of this kind with such a name: as the pod says; or, if it does not say, as the
     * selectors of the known workloads say; or, if none selects it, by the beginning of its name, up to any of its dashes.
     * Hence the pod of a deleted workload is seen as well.
     *
     * @param known the workloads of this kind in the pod's namespace, whatever their names; may be empty
     */
    public boolean belongsTo(WorkloadKind kind, Predicate<String> names, List<Workload> known) {
        Optional<Owner> owner = owner();
        if (owner.isPresent()) {
            return owner.get().kind().equals(kind.toString())
                    && names.test(owner.get().name());
        }
        List<Workload> selecting =
                known.stream().filter(workload -> workload.owns(this)).toList();
        return selecting.isEmpty()
                ? beginningIs(names)
                : selecting.stream().anyMatch(workload -> names.test(workload.name()));
    }

    private Optional<Owner> owner(String kind, String name) {
        if (!kind.equals("ReplicaSet")) {
            return Optional.of(new Owner(kind, name));
        }
        String hash = "-" + manifest.labels().getOrDefault("pod-template-hash", "");
        return hash.length() > 1 && name.endsWith(hash)
                ? Optional.of(new Owner("Deployment", name.substring(0, name.length() - hash.length())))
                : Optional.empty();
    }

    private boolean beginningIs(Predicate<String> names) {
        String name = name();
        for (int dash = name.indexOf('-'); dash > 0; dash = name.indexOf('-', dash + 1)) {
            if (names.test(name.substring(0, dash))) {
                return true;
            }
        }
        return false;
    }

    /** The states of its containers: each with one key, running, waiting or terminated. */
    private List<Map<?, ?>> containers() {
        return manifest.list("status", "containerStatuses").stream()
                .filter(Map.class::isInstance)
                .<Object>map(status -> ((Map<?, ?>) status).get("state"))
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(state -> (Map<?, ?>) state)
                .toList();
    }
}
