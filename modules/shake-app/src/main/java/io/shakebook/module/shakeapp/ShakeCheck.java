// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Measure;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.cause.Cause;
import io.shakebook.spi.cause.Leaving;
import io.shakebook.spi.cause.PodCauses;
import io.shakebook.spi.cause.WorkloadCauses;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.Pod;
import io.shakebook.spi.kube.ServiceType;
import io.shakebook.spi.kube.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at a shake and says whether it is up, and if not, why. */
record ShakeCheck(ShakeAppArgs args, World world) {

    Verdict verdict() throws Unanswered {
        ShakeDeployment wanted = new ShakeDeployment(args, world.namespace());
        Optional<Manifest> live = world.here().get(wanted.ref());
        if (live.isEmpty()) {
            return Verdict.waiting("Deployment \"" + args.name() + "\" does not exist");
        }
        Rollout rollout = new Rollout(live.get());
        Optional<Verdict> notBegun = rollout.notBegun();
        if (notBegun.isPresent()) {
            return notBegun.get();
        }
        Optional<Verdict> trouble = pods(new Workload(live.get()));
        Optional<Verdict> open = trouble.or(rollout::notComplete);
        if (open.isEmpty()) {
            return service().orElseGet(this::up);
        }
        return WorkloadCauses.gaveUp(new Workload(live.get()))
                ? Verdict.failed(
                        "the cluster gave up waiting for the pod: " + open.get().reason())
                : open.get();
    }

    private Verdict up() {
        String restarts =
                args.restartsAllowed() == 0 ? "no restart" : "at most " + args.restartsAllowed() + " restarts";
        return Verdict.ready("up, " + restarts, new Measure("ready pods", "1 of 1"));
    }

    private Optional<Verdict> pods(Workload deployment) throws Unanswered {
        Map<String, String> labels = deployment.selector().labels();
        List<Pod> pods = world.here().list(Kind.POD, world.namespace(), labels).stream()
                .map(Pod::new)
                .filter(pod -> deployment.owns(pod) && !pod.ended())
                .toList();
        if (pods.size() == 1 && !pods.get(0).terminating()) {
            return pod(pods.get(0));
        }
        return Optional.of(Verdict.waiting(
                pods.isEmpty()
                        ? "it has no pod yet"
                        : "its pods are " + Leaving.shown(pods) + " where there should be one"));
    }

    private Optional<Verdict> pod(Pod pod) throws Unanswered {
        Optional<Verdict> ended = new Endings(args.restartsAllowed()).verdict(pod, world.here());
        if (ended.isPresent()) {
            return ended;
        }
        Optional<Cause> cause = PodCauses.of(pod, world.here());
        boolean waitsForFiles = cause.isPresent() && new Endings(args.restartsAllowed()).beforeItsStart(pod);
        Optional<String> missing = waitsForFiles ? missingConfig() : Optional.empty();
        return missing.map(Verdict::waiting).or(() -> cause.map(Cause::verdict));
    }

    private Optional<String> missingConfig() throws Unanswered {
        String name = args.config().name();
        Kind kind = args.config().kind().equals("Secret") ? Kind.SECRET : Kind.CONFIG_MAP;
        return world.here().get(new ObjectRef(kind, world.namespace(), name)).isPresent()
                ? Optional.empty()
                : Optional.of(kind.name() + " \"" + name + "\", which the pod mounts, does not exist");
    }

    private Optional<Verdict> service() throws Unanswered {
        if (args.service().isEmpty()) {
            return Optional.empty();
        }
        ShakeService wanted = args.service().get();
        Optional<Manifest> live = world.here().get(new ShakeServiceManifest(args, wanted, world.namespace()).ref());
        FieldPath nodePort =
                FieldPath.of("spec", "ports").then(new FieldPath.Index(0)).key("nodePort");
        boolean allocated = live.filter(
                        service -> !service.text("spec", "clusterIP").isEmpty())
                .filter(service -> wanted.type() == ServiceType.CLUSTER_IP
                        || service.at(nodePort).isPresent())
                .isPresent();
        return allocated
                ? Optional.empty()
                : Optional.of(Verdict.waiting("Service \"" + args.name() + "\" "
                        + (live.isEmpty() ? "does not exist" : "has no address or node port yet")));
    }
}
