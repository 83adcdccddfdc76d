// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Clusters;
import io.shakebook.kubernetes.api.Cluster;
import io.shakebook.kubernetes.api.Door;
import io.shakebook.kubernetes.api.Introduction;
import io.shakebook.kubernetes.http.AtMost;
import io.shakebook.kubernetes.http.ChangingNothing;
import io.shakebook.kubernetes.http.Endpoint;
import io.shakebook.kubernetes.http.Patience;
import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.Retrying;
import io.shakebook.kubernetes.http.Slots;
import io.shakebook.kubernetes.http.StillWanted;
import io.shakebook.kubernetes.http.TimeLeft;
import io.shakebook.kubernetes.http.Timing;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.kubernetes.http.Wire;
import io.shakebook.kubernetes.kubeconfig.ContextAccess;
import io.shakebook.kubernetes.kubeconfig.Unusable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The connection to one cluster, made on first use and then checked against what the inventory pins. A failed attempt
 * is forgotten, so that the next use tries again.
 */
final class Connection implements AutoCloseable {
    /** About what it takes to open another line to a server nearby. */
    private static final Duration WORTH_WAITING = Duration.ofMillis(20);

    private final ClusterEntry entry;
    private final ContextAccess contexts;
    private final EmbeddedServers embedded;
    private final Deadlines deadlines;
    private final Timing timing;
    private final Patience patience;
    private final Remarks remarks;
    private final Attempt<Opened> opened = new Attempt<>(this::connect);
    private volatile boolean closed;

    private record Opened(Wire wire, Requests reading, AtMost writing, Cluster cluster, Attempt<String> identity) {}

    Connection(
            ClusterEntry entry,
            ContextAccess contexts,
            EmbeddedServers embedded,
            Deadlines deadlines,
            Timing timing,
            Onlooker onlooker) {
        this.entry = entry;
        this.contexts = contexts;
        this.embedded = embedded;
        this.deadlines = deadlines;
        this.timing = timing;
        this.patience = new Patience(timing);
        this.remarks = new Remarks(entry.name(), onlooker, timing);
    }

    /** Lets nothing pass that changes anything. */
    Door reading() {
        return door(false);
    }

    /** Reads for somebody who waits only so long. Connecting is not in it: whoever waits has met the cluster before. */
    Cluster reading(TimeLeft left) throws Unreached {
        Opened now = open();
        return now.cluster().by(new ChangingNothing(now.writing().within(left)));
    }

    /** For the writer alone. */
    Door writing() {
        return door(true);
    }

    /** For watches, which take no slot of those that are in flight at once. */
    Wire wire() throws Unreached {
        return open().wire();
    }

    /** uid of kube-system, asked once; empty if we may not read it. */
    String identity() throws Unreached {
        return open().identity().get();
    }

    /** What ties the name to this cluster and is not in the inventory. */
    Optional<Clusters.Unpinned> unpinned() throws Unreached {
        if (!(entry.access() instanceof ClusterEntry.Kubeconfig access)
                || (access.server().isPresent() && access.identity().isPresent())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Pins(access, contexts.server(access), contexts.files(access)).missing(identity()));
        } catch (Unusable e) {
            throw new Unreached(e.why(), false);
        }
    }

    /** Meets the server: what it says of itself and of us, and how long a short answer takes. */
    Sight sight() throws Unreached {
        Opened now = open();
        String identity = identity(); // the first request opens the line, so that it is not in the measure
        Introduction introduction = new Introduction(now.reading(), deadlines.question());
        long start = timing.nanos();
        String version = introduction.version();
        Duration latency = Duration.ofNanos(timing.nanos() - start);
        Optional<String> user = introduction.user();
        return new Sight(version, identity, user.orElseGet(this::credential), latency);
    }

    /** What lets us in, in words, for a server that does not say whom it sees. */
    private String credential() {
        try {
            return entry.access() instanceof ClusterEntry.Kubeconfig access
                    ? contexts.credential(access)
                    : "no credential";
        } catch (Unusable e) {
            return e.why();
        }
    }

    String about() {
        if (!(entry.access() instanceof ClusterEntry.Kubeconfig access)) {
            return "embedded";
        }
        try {
            return "context " + access.context() + " at " + contexts.server(access);
        } catch (Unusable e) {
            return "context " + access.context() + ": " + e.why();
        }
    }

    @Override
    public void close() {
        closed = true;
        opened.ifMade(made -> made.wire().close());
    }

    private Door door(boolean writes) {
        return new Door() {
            @Override
            public Requests requests() throws Unreached {
                return writes ? open().writing() : open().reading();
            }

            @Override
            public Requests requests(StillWanted wanted) throws Unreached {
                Requests thoughtOver = open().writing().ifStill(wanted);
                return writes ? thoughtOver : new ChangingNothing(thoughtOver);
            }

            @Override
            public Cluster cluster() throws Unreached {
                return open().cluster();
            }
        };
    }

    private Opened open() throws Unreached {
        if (closed) {
            throw new Unreached("the clusters are closed already", false);
        }
        return opened.get();
    }

    private Opened connect() throws Unreached {
        Wire wire = new Wire(endpoint(), deadlines.connect());
        Slots slots = new Slots(entry.parallel(), WORTH_WAITING);
        AtMost all = new AtMost(slots, new Retrying(wire, deadlines.answer(), timing, patience, remarks));
        Requests reading = new ChangingNothing(all);
        Introduction introduction = new Introduction(reading, deadlines.question());
        Opened connected = new Opened(
                wire, reading, all, new Cluster(reading, deadlines.question()), new Attempt<>(introduction::identity));
        try {
            demandIdentity(connected.identity());
            return connected;
        } catch (Unreached e) {
            wire.close();
            throw e;
        }
    }

    private Endpoint endpoint() throws Unreached {
        try {
            return entry.access() instanceof ClusterEntry.Kubeconfig access
                    ? contexts.endpoint(access)
                    : Endpoint.open(embedded.uri(entry));
        } catch (Unusable e) {
            throw new Unreached(e.why(), false);
        } catch (IOException e) {
            throw new Unreached("the embedded cluster does not start: " + e.getMessage(), false);
        }
    }

    private void demandIdentity(Attempt<String> asked) throws Unreached {
        Optional<String> pinned =
                entry.access() instanceof ClusterEntry.Kubeconfig access ? access.identity() : Optional.empty();
        if (pinned.isPresent()) {
            String identity = asked.get();
            if (identity.isEmpty()) {
                throw new Unreached(
                        about() + " cannot be told from another cluster, which the inventory demands: this user may not"
                                + " get the namespace kube-system",
                        false);
            }
            if (!identity.equals(pinned.get())) {
                throw new Unreached(
                        about() + " is another cluster than the inventory means: its kube-system has the uid "
                                + identity + ", pinned is " + pinned.get(),
                        false);
            }
        }
    }
}
