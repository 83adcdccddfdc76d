// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.service;

import io.shakebook.spi.Doc;
import io.shakebook.spi.diagnostic.InvalidArgument;
import io.shakebook.spi.kube.Port;
import io.shakebook.spi.kube.ServiceName;
import io.shakebook.spi.kube.ServiceType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Arguments of the module "service". */
public record ServiceArgs(
        @Doc(value = "Name of the Service", example = "redis-a-leader-svc-0")
        ServiceName name,

        @Doc(
                value = "ClusterIP for callers in the same cluster, NodePort for those of another site",
                defaultsTo = "ClusterIP")
        ServiceType type,

        @Doc(value = "TCP port of the Service", example = "6379")
        Port port,

        @Doc(value = "TCP port of the pods; the same as port unless given")
        Optional<Port> targetPort,

        @Doc("Name of the port, for a Service that has to match another one")
        Optional<String> portName,

        @Doc(value = "Labels of the pods behind the Service; a pod must have all of them", example = "{ role: leader }")
        Map<String, String> selector,

        @Doc(value = "Further labels of the Service itself", defaultsTo = "{}")
        Map<String, String> labels,

        @Doc("Exactly so many ready pods must stand behind the Service; without it at least one must")
        Optional<Integer> readyPods) {

    public ServiceArgs {
        selector = Collections.unmodifiableMap(new LinkedHashMap<>(selector));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        if (selector.isEmpty()) {
            throw new InvalidArgument(
                    "selector",
                    "the selector is empty, so no pod would stand behind the Service",
                    "give the pods' labels");
        }
        if (readyPods.isPresent() && readyPods.get() < 1) {
            throw new InvalidArgument(
                    "readyPods",
                    readyPods.get() + " ready pods cannot be asked for: it must be 1 or more",
                    "leave \"ready-pods\" out to ask for at least one");
        }
    }
}
