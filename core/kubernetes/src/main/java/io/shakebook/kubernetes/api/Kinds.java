// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import static java.util.Map.entry;

import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The plural name of a kind, by which an API server knows it. Kinds that are not built in are looked up once. */
final class Kinds {
    private static final Map<String, String> BUILT_IN = Map.ofEntries(
            entry("v1/Pod", "pods"),
            entry("v1/Service", "services"),
            entry("v1/ConfigMap", "configmaps"),
            entry("v1/Secret", "secrets"),
            entry("v1/Namespace", "namespaces"),
            entry("v1/Node", "nodes"),
            entry("v1/Event", "events"),
            entry("v1/Endpoints", "endpoints"),
            entry("v1/ServiceAccount", "serviceaccounts"),
            entry("v1/PersistentVolumeClaim", "persistentvolumeclaims"),
            entry("v1/PersistentVolume", "persistentvolumes"),
            entry("apps/v1/Deployment", "deployments"),
            entry("apps/v1/StatefulSet", "statefulsets"),
            entry("apps/v1/DaemonSet", "daemonsets"),
            entry("apps/v1/ReplicaSet", "replicasets"),
            entry("batch/v1/Job", "jobs"),
            entry("batch/v1/CronJob", "cronjobs"),
            entry("coordination.k8s.io/v1/Lease", "leases"),
            entry("discovery.k8s.io/v1/EndpointSlice", "endpointslices"),
            entry("networking.k8s.io/v1/NetworkPolicy", "networkpolicies"),
            entry("networking.k8s.io/v1/Ingress", "ingresses"),
            entry("policy/v1/PodDisruptionBudget", "poddisruptionbudgets"),
            entry("rbac.authorization.k8s.io/v1/Role", "roles"),
            entry("rbac.authorization.k8s.io/v1/RoleBinding", "rolebindings"));

    private final Requests requests;
    private final Map<Kind, String> lookedUp;

    Kinds(Requests requests) {
        this(requests, new ConcurrentHashMap<>());
    }

    private Kinds(Requests requests, Map<Kind, String> lookedUp) {
        this.requests = requests;
        this.lookedUp = lookedUp;
    }

    /** The same names, looked up in another way where they are not known yet. */
    Kinds by(Requests other) {
        return new Kinds(other, lookedUp);
    }

    /** @throws Unreached also if the cluster knows no such kind */
    String plural(Kind kind, Duration deadline) throws Unreached {
        String known = BUILT_IN.getOrDefault(kind.toString(), lookedUp.get(kind));
        if (known != null) {
            return known;
        }
        String found = lookUp(kind, deadline);
        lookedUp.put(kind, found);
        return found;
    }

    private String lookUp(Kind kind, Duration deadline) throws Unreached {
        Answer answer = requests.send(Call.get(ApiPath.group(kind), Map.of()), deadline);
        if (answer.code() != 404 && !answer.ok()) {
            throw new Unreached(
                    "the kinds of " + kind.apiVersion() + " cannot be looked up: "
                            + Failure.of(answer).shown() + behind(kind, answer),
                    false);
        }
        return (answer.ok() ? plural(Bodies.object(answer), kind) : Optional.<String>empty())
                .orElseThrow(() -> new NoSuchKind(kind));
    }

    /** Another server may stand behind the cluster's own for this group; the one that answers is well then. */
    private static String behind(Kind kind, Answer answer) {
        String[] group = kind.apiVersion().split("/", 2);
        return answer.code() == 503 && group.length == 2
                ? "; why tells: kubectl get apiservice " + group[1] + "." + group[0]
                : "";
    }

    /** Names with a slash are subresources, which may have the same kind. */
    private static Optional<String> plural(Manifest group, Kind kind) {
        return group.list("resources").stream()
                .filter(Map.class::isInstance)
                .map(resource -> new Manifest(Bodies.strings((Map<?, ?>) resource)))
                .filter(resource -> resource.text("kind").equals(kind.name()))
                .map(resource -> resource.text("name"))
                .filter(name -> !name.isEmpty() && !name.contains("/"))
                .findFirst();
    }
}
