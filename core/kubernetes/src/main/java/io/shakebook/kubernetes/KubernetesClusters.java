// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.access.AccessReviews;
import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.change.Opener;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.SmallCollections;
import io.shakebook.kubernetes.api.KubernetesAccess;
import io.shakebook.kubernetes.api.KubernetesPreview;
import io.shakebook.kubernetes.api.KubernetesSecrets;
import io.shakebook.kubernetes.api.KubernetesView;
import io.shakebook.kubernetes.api.KubernetesWriter;
import io.shakebook.kubernetes.api.NotAllowed;
import io.shakebook.kubernetes.api.ServerWarnings;
import io.shakebook.kubernetes.http.TimeLeft;
import io.shakebook.kubernetes.http.Timing;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.kubernetes.kubeconfig.ContextAccess;
import io.shakebook.kubernetes.kubeconfig.Surroundings;
import io.shakebook.kubernetes.secret.MachineSecrets;
import io.shakebook.kubernetes.watch.WatchPool;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The clusters of an inventory, by name. Making this contacts nobody and reads no file; each cluster is connected to on
 * first use. Safe to use from several threads; everything it hands out ends with {@link #close}.
 */
public final class KubernetesClusters implements Clusters, SmallCollections, AutoCloseable {
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final WatchPool watches;
    private final Deadlines deadlines;
    private final Timing timing;
    private final Secrets machine;
    private final ServerWarnings warnings;

    /**
     * @param entries from the inventory, each name once
     * @param clock tells when a credential expires
     * @param onlooker hears why a cluster is asked again, and what servers warn of
     */
    public KubernetesClusters(
            List<ClusterEntry> entries,
            EmbeddedServers embedded,
            Surroundings surroundings,
            Deadlines deadlines,
            Clock clock,
            Timing timing,
            Onlooker onlooker) {
        this.deadlines = deadlines;
        this.timing = timing;
        this.warnings = new ServerWarnings(onlooker::hears);
        this.machine = new MachineSecrets(surroundings, clock);
        ContextAccess contexts = new ContextAccess(surroundings, clock);
        for (ClusterEntry entry : entries) {
            connections.put(entry.name(), new Connection(entry, contexts, embedded, deadlines, timing, onlooker));
        }
        watches = new WatchPool(interest -> new ClusterFeed(connection(interest.cluster()), interest), timing);
    }

    /** Those that nobody watches. */
    public KubernetesClusters(
            List<ClusterEntry> entries,
            EmbeddedServers embedded,
            Surroundings surroundings,
            Deadlines deadlines,
            Clock clock,
            Timing timing) {
        this(entries, embedded, surroundings, deadlines, clock, timing, line -> {});
    }

    @Override
    public KubernetesView view(String cluster) {
        Connection connection = connection(cluster);
        return new KubernetesView(cluster, () -> connection.reading().cluster());
    }

    @Override
    public ClusterView view(String cluster, Duration atMost) {
        return view(cluster, new TimeLeft(timing, atMost));
    }

    private KubernetesView view(String cluster, TimeLeft left) {
        Connection connection = connection(cluster);
        return new KubernetesView(cluster, () -> connection.reading(left));
    }

    @Override
    public String identity(String cluster) throws Unanswered {
        try {
            return connection(cluster).identity();
        } catch (Unreached e) {
            throw new Unanswered(cluster, e.why());
        }
    }

    @Override
    public Optional<Unpinned> unpinned(String cluster) throws Unanswered {
        try {
            return connection(cluster).unpinned();
        } catch (Unreached e) {
            throw new Unanswered(cluster, e.why());
        }
    }

    /** What a cluster is, and who we are to it. Changes nothing. @throws Unanswered if it gave no usable answer */
    public Sight sight(String cluster) throws Unanswered {
        try {
            return connection(cluster).sight();
        } catch (Unreached e) {
            throw NotAllowed.unanswered(cluster, e);
        }
    }

    @Override
    public Optional<List<Manifest>> atMost(int most, String cluster, Kind kind, String namespace) throws Unanswered {
        return view(cluster).atMost(most, kind, namespace);
    }

    @Override
    public SmallCollections within(Duration all) {
        TimeLeft left = new TimeLeft(timing, all);
        return (most, cluster, kind, namespace) -> view(cluster, left).atMost(most, kind, namespace);
    }

    @Override
    public String about(String cluster) {
        return connection(cluster).about();
    }

    @Override
    public void awaitChange(Set<Interest> interests, Duration longest) throws InterruptedException {
        Set<Interest> watchable = interests.stream()
                .filter(interest -> !interest.kind().equals(Kind.SECRET)) // they are only read by name
                .collect(Collectors.toSet());
        if (watchable.isEmpty()) {
            timing.pause(longest);
            return;
        }
        watches.await(watchable, longest);
    }

    /** Opens secrets; for the compare and the writer only. */
    public Secrets secrets() {
        return new KubernetesSecrets(this::view, machine);
    }

    /** Asks what a change would do; has no means to carry it out. */
    public ServerPreview preview(FileFormats formats) {
        return new KubernetesPreview(
                cluster -> connection(cluster).reading(), new Opener(secrets(), formats), warnings);
    }

    /** Asks what we may do; has no means to do it. */
    public AccessReviews access() {
        return new KubernetesAccess(cluster -> connection(cluster).reading(), deadlines.question());
    }

    /** The only way to write. */
    public ChangeWriter writer(FileFormats formats) {
        return new KubernetesWriter(cluster -> connection(cluster).writing(), new Opener(secrets(), formats), warnings);
    }

    @Override
    public void close() {
        watches.close();
        connections.values().forEach(Connection::close);
    }

    private Connection connection(String cluster) {
        Connection connection = connections.get(cluster);
        if (connection == null) {
            throw new IllegalArgumentException("the inventory names no cluster \"" + cluster + "\"");
        }
        return connection;
    }
}
