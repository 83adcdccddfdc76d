// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.reading;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.SmallCollections;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A cluster in a map that writes down each request it gets. */
final class CountedCluster implements Clusters, ClusterView, SmallCollections {
    private final Map<String, Manifest> objects = new TreeMap<>();
    private final List<String> requests = new ArrayList<>();
    private boolean mayList = true;
    private boolean answers = true;

    CountedCluster with(Manifest object) {
        objects.put(object.ref().toString(), object);
        return this;
    }

    CountedCluster withoutListing() {
        mayList = false;
        return this;
    }

    CountedCluster silent() {
        answers = false;
        return this;
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void note(String request) throws Unanswered {
        requests.add(request);
        if (!answers) {
            throw new Unanswered("site", "connection refused");
        }
        if (!mayList && request.startsWith("list")) {
            throw new Forbidden("site", "may not " + request);
        }
    }

    @Override
    public ClusterView view(String cluster, Duration atMost) {
        return view(cluster);
    }

    @Override
    public ClusterView view(String cluster) {
        return this;
    }

    @Override
    public String identity(String cluster) {
        return "identity";
    }

    @Override
    public String about(String cluster) {
        return "a map";
    }

    @Override
    public void awaitChange(Set<Interest> interests, Duration longest) {
        throw new UnsupportedOperationException("planning waits for nothing");
    }

    @Override
    public String name() {
        return "site";
    }

    @Override
    public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
        note("get " + ref.kind().name() + " " + ref.name());
        return Optional.ofNullable(objects.get(ref.toString()));
    }

    @Override
    public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
        note("list " + kind.name() + (labels.isEmpty() ? "" : " " + labels));
        return all(kind, namespace).stream()
                .filter(object -> object.labels().entrySet().containsAll(labels.entrySet()))
                .toList();
    }

    @Override
    public Optional<List<Manifest>> atMost(int most, String cluster, Kind kind, String namespace) throws Unanswered {
        note("list " + kind.name() + " if at most " + most);
        List<Manifest> all = all(kind, namespace);
        return all.size() > most ? Optional.empty() : Optional.of(all);
    }

    private List<Manifest> all(Kind kind, String namespace) {
        return objects.values().stream()
                .filter(object -> object.ref().kind().equals(kind))
                .filter(object -> object.ref().namespace().equals(namespace))
                .toList();
    }

    @Override
    public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
        note("log " + pod.name());
        return List.of();
    }
}
