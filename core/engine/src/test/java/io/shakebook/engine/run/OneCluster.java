// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.ServerPreview;
import io.shakebook.engine.change.SmallCollections;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.change.Written;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster in a map, for tests of a run: keeps guards, counts writes, and loses answers when told to. */
final class OneCluster implements Clusters, SmallCollections, ClusterView, ChangeWriter, ServerPreview {
    private final Map<ObjectRef, Manifest> objects = new HashMap<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<ReadyChange> writes = new ArrayList<>();
    private List<Conflict.Owner> owners = List.of();
    private int lostAnswers;
    private boolean lostBeforeTheEffect;
    private int turnedAway;
    private Optional<Refused> refusesNew = Optional.empty();
    private boolean dark;
    private int version = 10;
    private int requests;

    OneCluster with(Manifest object) {
        objects.put(object.ref(), stamped(object, "uid-" + object.ref().name()));
        return this;
    }

    /** What somebody else does to an object: writes it, or takes it away. */
    void put(ObjectRef ref, Optional<Manifest> object, String uid) {
        objects.remove(ref);
        object.ifPresent(written -> objects.put(ref, stamped(written, uid)));
    }

    /** The next answers are lost. @param beforeTheEffect whether the writes do not take place either */
    void loseAnswers(int number, boolean beforeTheEffect) {
        lostAnswers = number;
        lostBeforeTheEffect = beforeTheEffect;
    }

    /** The next writes are not begun. */
    void turnAway(int number) {
        turnedAway = number;
    }

    /** From now on nothing new is let in. */
    void refuseNew(Refused why) {
        refusesNew = Optional.of(why);
    }

    /** Reads get no answer after the next write. */
    void goDark() {
        dark = true;
    }

    void ownedByOthers(List<Conflict.Owner> by) {
        owners = by;
    }

    List<ReadyChange> writes() {
        return writes;
    }

    @Override
    public synchronized Written write(ReadyChange change, Duration deadline) throws Stale, Conflict, Refused, NoAnswer {
        if (turnedAway > 0) {
            turnedAway--;
            throw NoAnswer.nothingDone("answer 429: too many requests");
        }
        boolean lost = lostAnswers > 0;
        if (lost) {
            lostAnswers--;
        }
        if (lost && lostBeforeTheEffect) {
            throw new NoAnswer("connection refused");
        }
        check(change);
        if (refusesNew.isPresent() && change.guard() instanceof Guard.Missing) {
            throw refusesNew.get();
        }
        writes.add(change);
        if (change.deletes()) {
            objects.remove(change.object());
        } else {
            String uid = Optional.ofNullable(objects.get(change.object()))
                    .map(Manifest::uid)
                    .orElse("uid-" + version);
            objects.put(change.object(), stamped(change.body().orElseThrow(), uid));
        }
        if (lost) {
            throw new NoAnswer("connection reset");
        }
        return new Written(Optional.ofNullable(objects.get(change.object())));
    }

    @Override
    public Optional<Manifest> preview(ReadyChange change, Duration deadline) throws Stale, Conflict {
        check(change);
        return change.body();
    }

    private void check(ReadyChange change) throws Stale, Conflict {
        Manifest live = objects.get(change.object());
        boolean holds = change.guard() instanceof Guard.Unchanged unchanged
                ? live != null
                        && live.uid().equals(unchanged.uid())
                        && live.resourceVersion().equals(unchanged.resourceVersion())
                : live == null;
        if (!holds) {
            throw new Stale("guard");
        }
        if (!owners.isEmpty() && !change.force()) {
            throw new Conflict(owners);
        }
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
        return this;
    }

    @Override
    public synchronized Optional<List<Manifest>> atMost(int most, String cluster, Kind kind, String namespace) {
        return Optional.of(list(kind, namespace, Map.of()));
    }

    /** Reads so far. */
    synchronized int requests() {
        return requests;
    }

    /** How long was waited each time, if a map could change. */
    List<Duration> pauses() {
        return pauses;
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
        pauses.add(longest); // a map changes only by this test's own hand, so there is nothing to wait for
    }

    @Override
    public String name() {
        return "site";
    }

    @Override
    public synchronized Optional<Manifest> get(ObjectRef ref) throws Unanswered {
        if (dark && !writes.isEmpty()) {
            throw new Unanswered("site", "connection refused");
        }
        requests++;
        return Optional.ofNullable(objects.get(ref));
    }

    @Override
    public synchronized List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) {
        requests++;
        return objects.values().stream()
                .filter(object -> object.ref().kind().equals(kind))
                .toList();
    }

    @Override
    public List<String> lastLogLines(ObjectRef pod, String container, int lines) {
        return List.of();
    }
}
