// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.service;

import io.shakebook.spi.Output;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.Wanted.Effect;
import io.shakebook.spi.Wanted.When;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.ServiceType;
import io.shakebook.spi.value.Bound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Service that some arguments describe, and where its outputs come from. */
record ServiceManifest(ServiceArgs args, String namespace) {
    private static final FieldPath CLUSTER_IP = FieldPath.of("spec", "clusterIP");

    ObjectRef ref() {
        return new ObjectRef(Kind.SERVICE, namespace, args.name().value());
    }

    Wanted wanted() {
        Map<String, Object> labels = new LinkedHashMap<>();
        labels.put("app.kubernetes.io/managed-by", "shakebook");
        labels.putAll(args.labels());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("type", args.type().toString());
        spec.put("ports", List.of(port()));
        spec.put("selector", args.selector());
        Map<String, Object> rest = Map.of("metadata", Map.of("labels", labels), "spec", spec);
        return new Wanted.Present(Manifest.of(ref(), rest), effects());
    }

    ServiceOutputs outputs() {
        Output<String> clusterIp =
                Output.field(0, CLUSTER_IP, Bound.address("an address from the cluster's Service range"));
        return new ServiceOutputs(
                Output.fixed(args.name().value()),
                clusterIp,
                Output.field(0, nodePort(), nodePortBound()),
                Output.joined(clusterIp, Output.fixed(":" + args.port().value())));
    }

    /** Where the object says which node port it was given. */
    FieldPath nodePort() {
        Map<String, Object> key = Map.of("port", (long) args.port().value(), "protocol", "TCP");
        return FieldPath.of("spec", "ports").then(new FieldPath.Element(key)).key("nodePort");
    }

    /** The range that a cluster has unless its API server is started with another one. */
    private Bound nodePortBound() {
        return args.type() == ServiceType.NODE_PORT ? Bound.between(30000, 32767) : Bound.ANY;
    }

    private Map<String, Object> port() {
        Map<String, Object> port = new LinkedHashMap<>();
        args.portName().ifPresent(name -> port.put("name", name));
        port.put("port", args.port().value());
        port.put("targetPort", args.targetPort().orElse(args.port()).value());
        port.put("protocol", "TCP");
        return port;
    }

    private static List<Effect> effects() {
        return List.of(
                new Effect(FieldPath.of("spec", "selector"), When.CHANGED, "new connections go to other pods"),
                new Effect(FieldPath.ROOT, When.DELETED, "its callers lose it; a new one gets another address"));
    }
}
