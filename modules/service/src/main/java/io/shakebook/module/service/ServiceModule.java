// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.service;

import io.shakebook.spi.Desired;
import io.shakebook.spi.Example;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.Permission;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.ServiceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Service; ready when it has its address and the right pods stand behind it. */
public final class ServiceModule implements StepModule<ServiceArgs, ServiceOutputs> {

    @Override
    public ModuleSpec<ServiceArgs, ServiceOutputs> spec() {
        return new ModuleSpec<>(
                "service",
                "A Service, ready when it has its address and the right pods stand behind it.",
                "The classic mistake is a selector that matches the wrong pod, or none: the step waits and names the pods.",
                ServiceArgs.class,
                ServiceOutputs.class,
                false,
                List.of(
                        new Permission("", "services", List.of("get", "create", "patch", "delete")),
                        new Permission("", "pods", List.of("list"))),
                examples());
    }

    @Override
    public Desired<ServiceOutputs> want(ServiceArgs args, World world) {
        ServiceManifest service = new ServiceManifest(args, world.namespace());
        return new Desired<>(List.of(service.wanted()), service.outputs());
    }

    @Override
    public Verdict verify(ServiceArgs args, World world) throws Unanswered {
        ServiceManifest wanted = new ServiceManifest(args, world.namespace());
        Optional<Manifest> live = world.here().get(wanted.ref());
        if (live.isEmpty()) {
            return Verdict.waiting("Service \"" + args.name() + "\" does not exist");
        }
        String address = live.get().text("spec", "clusterIP");
        if (address.equals("None")) {
            return Verdict.failed("Service \"" + args.name()
                    + "\" is headless and cannot be given an address; delete it, or choose another name");
        }
        if (address.isEmpty()) {
            return Verdict.waiting("Service \"" + args.name() + "\" has no address yet");
        }
        boolean port = args.type() == ServiceType.CLUSTER_IP
                || live.get().at(wanted.nodePort()).isPresent();
        return port ? pods(args, world) : Verdict.waiting("Service \"" + args.name() + "\" has no node port yet");
    }

    private static Verdict pods(ServiceArgs args, World world) throws Unanswered {
        List<Pod> pods = world.here().list(Kind.POD, world.namespace(), Map.of()).stream()
                .map(Pod::new)
                .toList();
        return new SelectorMatch(args.selector(), args.readyPods()).judge(pods);
    }

    private static List<Example> examples() {
        return List.of(
                new Example("Let another site reach one leader", """
                        cluster: site-a
                        namespace: redis-a
                        service:
                          name: redis-a-leader-svc-0
                          type: NodePort
                          port: 6379
                          selector:
                            role: leader
                            statefulset.kubernetes.io/pod-name: redis-a-leader-0
                          ready-pods: 1
                        """),
                new Example("A fixed address inside the cluster", """
                        cluster: site-b
                        namespace: redis-b
                        service:
                          name: redis-b-sync-svc
                          port: 6379
                          selector:
                            app.kubernetes.io/name: redis-b
                            redis-failover: master
                        """));
    }
}
