// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.reading;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.SmallCollections;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.UnknownKind;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clusters as one planning, or one first look of a run, sees them: what was read is not read again, so that all is
 * compared with one state, and several objects of a kind and namespace are read by one list. A cluster that gave no answer
 * is not asked again. Never for what is about to be written.
 */
public final class ReadOnce implements Clusters {
    private final Clusters live;
    private final SmallCollections collections;
    private final Optional<Duration> longest;
    private final Map<String, ClusterView> views = new ConcurrentHashMap<>();
    private volatile Expected expected = new Expected();

    public ReadOnce(Clusters live, SmallCollections collections) {
        this(live, collections, Optional.empty());
    }

    private ReadOnce(Clusters live, SmallCollections collections, Optional<Duration> longest) {
        this.live = live;
        this.collections = collections;
        this.longest = longest;
    }

    /** One for a look that takes no longer than that on any cluster. */
    public static ReadOnce within(Duration longest, Clusters live, SmallCollections collections) {
        return new ReadOnce(live, collections.within(longest), Optional.of(longest));
    }

    /** Before what is expected is asked. */
    public void expect(Expected steps) {
        expected = steps;
    }

    @Override
    public ClusterView view(String cluster) {
        return views.computeIfAbsent(
                cluster, name -> new View(longest.isPresent() ? live.view(name, longest.get()) : live.view(name)));
    }

    /** Asks anew, for what was read once is there at once. */
    @Override
    public ClusterView view(String cluster, Duration atMost) {
        return live.view(cluster, atMost);
    }

    @Override
    public ClusterView again(String cluster) {
        return live.view(cluster);
    }

    @Override
    public String identity(String cluster) throws Unanswered {
        return live.identity(cluster);
    }

    @Override
    public Optional<Unpinned> unpinned(String cluster) throws Unanswered {
        return live.unpinned(cluster);
    }

    @Override
    public String about(String cluster) {
        return live.about(cluster);
    }

    /** @throws UnsupportedOperationException always: what was read once does not change */
    @Override
    public void awaitChange(Set<Interest> interests, Duration longest) {
        throw new UnsupportedOperationException("what was read once is waited for by nobody");
    }

    /** One cluster. */
    private final class View implements ClusterView {
        private final ClusterView asked;
        private final Map<Interest, CollectionOnce> known = new ConcurrentHashMap<>();
        private volatile Optional<Unanswered> dark = Optional.empty();

        View(ClusterView asked) {
            this.asked = asked;
        }

        @Override
        public String name() {
            return asked.name();
        }

        @Override
        public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
            CollectionOnce collection = collection(ref.kind(), ref.namespace());
            return unlessDark(() -> collection.get(ref));
        }

        @Override
        public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
            CollectionOnce collection = collection(kind, namespace);
            return unlessDark(() -> collection.list(labels));
        }

        @Override
        public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
            return unlessDark(() -> asked.lastLogLines(pod, container, lines));
        }

        private CollectionOnce collection(Kind kind, String namespace) {
            return known.computeIfAbsent(
                    new Interest(name(), kind, namespace),
                    place -> new CollectionOnce(place, asked, collections, expected.alike(name(), namespace)));
        }

        private <T> T unlessDark(Shared.Reading<T> reading) throws Unanswered {
            if (dark.isPresent()) {
                throw dark.get();
            }
            try {
                return reading.read();
            } catch (Forbidden | UnknownKind e) {
                throw e;
            } catch (Unanswered e) {
                dark = Optional.of(e);
                throw e;
            }
        }
    }
}
