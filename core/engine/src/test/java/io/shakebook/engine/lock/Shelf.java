// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.lock;

import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.Written;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects of several clusters in a map, with guards as a server keeps them; clusters go dark, refuse or lose answers. */
final class Shelf implements Clusters, ChangeWriter {
    private final Map<String, Manifest> objects = new LinkedHashMap<>();
    private final Set<String> dark = new HashSet<>();
    private final Set<String> refusing = new HashSet<>();
    private final List<String> writes = new ArrayList<>();
    private int version = 10;
    private Optional<String> swallowing = Optional.empty();
    private int lostAnswers;

    Shelf with(String cluster, Manifest object) {
        objects.put(cluster + " " + object.ref(), stamped(object, "uid-" + version));
        return this;
    }

    void darken(String cluster) {
        dark.add(cluster);
    }

    void lighten(String cluster) {
        dark.remove(cluster);
    }

    /** Writes to this kind are refused from now on, or no more. */
    void refuse(Kind kind, boolean yes) {
        if (yes) {
            refusing.add(kind.name());
        } else {
            refusing.remove(kind.name());
        }
    }

    /** So many writes take effect, and nobody hears of it. */
    void loseAnswers(int number) {
        lostAnswers = number;
    }

    /** From now on no write takes effect, and none is answered; reads are. */
    void swallowWrites(String answer) {
        swallowing = Optional.of(answer);
    }

    void delete(String cluster, ObjectRef ref) {
        objects.remove(cluster + " " + ref);
    }

    /** Objects in the order in which they were written. */
    List<String> writes() {
        return writes;
    }

    Optional<Manifest> find(String cluster, ObjectRef ref) {
        return Optional.ofNullable(objects.get(cluster + " " + ref));
    }

    /** As somebody does who knows nothing of locks. */
    void label(String cluster, ObjectRef ref) {
        with(cluster, ref, find(cluster, ref).orElseThrow().uid());
    }

    private void with(String cluster, ObjectRef ref, String uid) {
        objects.put(cluster + " " + ref, stamped(find(cluster, ref).orElseThrow(), uid));
    }

    @Override
    public Written write(ReadyChange change, Duration deadline) throws Stale, Refused, NoAnswer {
        if (dark.contains(change.cluster())) {
            throw NoAnswer.nothingDone("connection refused");
        }
        if (refusing.contains(change.object().kind().name())) {
            throw new Refused(403, "you may not", Optional.empty());
        }
        if (swallowing.isPresent()) {
            throw new NoAnswer(swallowing.get());
        }
        String key = change.cluster() + " " + change.object();
        Manifest live = objects.get(key);
        boolean holds = change.guard() instanceof Guard.Unchanged unchanged
                ? live != null
                        && live.uid().equals(unchanged.uid())
                        && live.resourceVersion().equals(unchanged.resourceVersion())
                : live == null;
        if (!holds) {
            throw new Stale("guard");
        }
        writes.add(key);
        objects.put(key, stamped(change.body().orElseThrow(), live == null ? "uid-" + version : live.uid()));
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new NoAnswer("connection reset");
        }
        return new Written(Optional.of(objects.get(key)));
    }

    private Manifest stamped(Manifest object, String uid) {
        Map<String, Object> metadata = new LinkedHashMap<>(object.map("metadata"));
        metadata.put("uid", uid);
        metadata.put("resourceVersion", String.valueOf(version++));
        Map<String, Object> tree = new LinkedHashMap<>(object.tree());
        tree.put("metadata", metadata);
        return new Manifest(tree);
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
                if (dark.contains(cluster)) {
                    throw new Unanswered(cluster, "connection refused");
                }
                return find(cluster, ref);
            }

            @Override
            public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) {
                throw new IllegalStateException("nobody lists for a lock");
            }

            @Override
            public List<String> lastLogLines(ObjectRef pod, String container, int lines) {
                return List.of();
            }
        };
    }

    @Override
    public String identity(String cluster) {
        return cluster;
    }

    @Override
    public String about(String cluster) {
        return "a shelf";
    }

    @Override
    public void awaitChange(Set<Interest> interests, Duration longest) {
        throw new IllegalStateException("nobody watches for a lock");
    }
}
