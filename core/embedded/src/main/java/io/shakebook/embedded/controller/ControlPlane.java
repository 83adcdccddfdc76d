// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.controller;

import io.shakebook.embedded.registry.Registry;
import io.shakebook.embedded.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All controllers together. Looks at the whole store each time: demo clusters are small, and nothing can be missed. */
public final class ControlPlane {
    private static final int MOST_ROUNDS = 100;

    private final Store store;
    private final List<Controller> controllers;

    public ControlPlane(Registry registry, Delays delays) {
        this.store = registry.store();
        Objects objects = new Objects(registry, "kube-controller-manager");
        Objects kubelet = new Objects(registry, "kubelet");
        this.controllers = List.of(
                new GarbageCollector(objects),
                new NamespaceController(objects),
                new DeploymentController(objects),
                new ReplicaSetController(objects),
                new StatefulSetController(objects),
                new PodController(kubelet, delays),
                new EndpointsController(objects));
    }

    /**
     * Runs the controllers until nothing changes any more.
     *
     * @return when to look again even if nothing changes
     */
    public Optional<Instant> reconcile() {
        return store.unhurriedly(() -> {
            for (int round = 1; ; round++) {
                long before = store.version();
                Alarm alarm = new Alarm();
                controllers.forEach(controller -> controller.reconcile(alarm));
                if (store.version() == before || round == MOST_ROUNDS) {
                    return alarm.earliest();
                }
            }
        });
    }
}
