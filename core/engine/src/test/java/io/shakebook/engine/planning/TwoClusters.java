// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.UnknownKind;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The clusters east and west in maps, for reading; one that is down gives no answer. Invents fields like a server. */
final class TwoClusters implements Clusters, ServerPreview {
    private final Map<String, Map<ObjectRef, Manifest>> objects = new HashMap<>();
    private final Set<String> down = new HashSet<>();
    private final Set<String> forbidden = new HashSet<>();
    private Optional<String> refused = Optional.empty();
    private Optional<String> unknownKind = Optional.empty();
    private Optional<Map<String, Object>> rewriting = Optional.empty();
    private final Set<String> asked = new HashSet<>();

    TwoClusters with(String cluster, Manifest object) {
        objects.computeIfAbsent(cluster, none -> new HashMap<>()).put(object.ref(), stamped(object));
        return this;
    }

    TwoClusters down(String cluster) {
        down.add(cluster);
        return this;
    }

    /** Whose objects may not be read. */
    TwoClusters forbid(String cluster) {
        forbidden.add(cluster);
        return this;
    }

    /** Whatever is asked in a dry run is refused. */
    TwoClusters refuse(String why) {
        refused = Optional.of(why);
        return this;
    }

    /** No cluster knows this kind. */
    TwoClusters withoutKind(String kind) {
        unknownKind = Optional.of(kind);
        return this;
    }

    /** Whatever is written gets these values in any case, as from a mutating webhook. */
    TwoClusters rewrite(Map<String, Object> values) {
        rewriting = Optional.of(values);
        return this;
    }

    /** Clusters that anything was asked of. */
    Set<String> asked() {
        return asked;
    }

    private Map<ObjectRef, Manifest> ask(String cluster) throws Unanswered {
        asked.add(cluster);
        if (down.contains(cluster)) {
            throw new Unanswered(cluster, "connection refused");
        }
        return objects.getOrDefault(cluster, Map.of());
    }

    @Override
    public Optional<Manifest> preview(ReadyChange change, Duration deadline) throws Refused {
        if (refused.isPresent()) {
            throw new Refused(404, refused.get(), Optional.empty());
        }
        return change.body()
                .map(TwoClusters::stamped)
                .map(seen -> rewriting
                        .map(values -> Merge.over(seen, Manifest.of(change.object(), values)))
                        .orElse(seen))
                .map(seen -> change.object().kind().equals(Kind.SERVICE)
                        ? Merge.over(
                                seen, Manifest.of(change.object(), Map.of("spec", Map.of("clusterIP", "10.96.0.99"))))
                        : seen);
    }

    private static Manifest stamped(Manifest object) {
        Map<String, Object> stamps = Map.of("uid", "uid-" + object.ref().name(), "resourceVersion", "1");
        return Merge.over(object, Manifest.of(object.ref(), Map.of("metadata", stamps)));
    }

    @Override
    public ClusterView view(String cluster, Duration atMost) {
        return view(cluster);
    }

    @Override
    public ClusterView view(String cluster) {
        return new ClusterView() {
            @Override
            public String name() {
                return cluster;
            }

            @Override
            public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
                if (forbidden.contains(cluster)) {
                    throw new Forbidden(cluster, "you may not get " + ref.shown());
                }
                if (unknownKind.filter(ref.kind().name()::equals).isPresent()) {
                    throw new UnknownKind(
                            cluster, "the cluster has no kind " + ref.kind().name());
                }
                return Optional.ofNullable(ask(cluster).get(ref));
            }

            @Override
            public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
                Map<String, Manifest> found = new TreeMap<>();
                ask(cluster).forEach((ref, object) -> {
                    if (ref.kind().equals(kind) && ref.namespace().equals(namespace)) {
                        found.put(ref.name(), object);
                    }
                });
                return List.copyOf(found.values());
            }

            @Override
            public List<String> lastLogLines(ObjectRef pod, String container, int lines) {
                return List.of();
            }
        };
    }

    @Override
    public String identity(String cluster) throws Unanswered {
        ask(cluster);
        return "identity of " + cluster;
    }

    @Override
    public String about(String cluster) {
        return "a map";
    }

    @Override
    public void awaitChange(Set<Interest> interests, Duration longest) {
        throw new UnsupportedOperationException("planning waits for nothing");
    }
}
