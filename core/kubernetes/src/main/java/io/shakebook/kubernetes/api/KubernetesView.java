// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a cluster anew at each call. Secrets are only ever read by name. */
public final class KubernetesView implements ClusterView {
    private static final String BY_NAME = "Secrets are only read by name";

    private final String name;
    private final Opening cluster;

    /** Connects when first asked. */
    public interface Opening {
        Cluster open() throws Unreached;
    }

    public KubernetesView(String name, Opening cluster) {
        this.name = name;
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
        try {
            return cluster.open().get(ref);
        } catch (Unreached e) {
            throw NotAllowed.unanswered(name, e);
        }
    }

    /** @throws IllegalArgumentException for Secrets: a list would bring all their values here */
    @Override
    public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
        if (kind.equals(Kind.SECRET)) {
            throw new IllegalArgumentException(BY_NAME);
        }
        try {
            return cluster.open().list(kind, namespace, labels);
        } catch (Unreached e) {
            throw NotAllowed.unanswered(name, e);
        }
    }

    /** All of them; empty if there are more than so many. @throws IllegalArgumentException for Secrets, as above */
    public Optional<List<Manifest>> atMost(int most, Kind kind, String namespace) throws Unanswered {
        if (kind.equals(Kind.SECRET)) {
            throw new IllegalArgumentException(BY_NAME);
        }
        try {
            return cluster.open().atMost(most, kind, namespace);
        } catch (Unreached e) {
            throw NotAllowed.unanswered(name, e);
        }
    }

    @Override
    public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
        try {
            Cluster opened = cluster.open();
            Optional<String> log = opened.log(pod, container, lines, true);
            if (log.isEmpty()) {
                log = opened.log(pod, container, lines, false);
            }
            return log.stream().flatMap(String::lines).collect(Collectors.toList());
        } catch (Unreached e) {
            throw NotAllowed.unanswered(name, e);
        }
    }
}
