// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.reading;

import io.shakebook.engine.change.Clusters.Interest;
import io.shakebook.engine.change.SmallCollections;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects of one kind in one namespace, each read at most once. The first few reads are sent as they are asked for, unless
 * many are expected; then one list of all objects takes their place, unless it is not allowed or would bring far more than
 * is asked for: then this is tried again when ten times as much was asked for. Secrets are only ever read by name.
 */
final class CollectionOnce {
    private static final int ONE_BY_ONE = 2;
    private static final int MANY = 10;
    private static final int ALWAYS_SMALL = 500;
    private static final int WORTH_IT = 10;

    private final Interest place;
    private final ClusterView live;
    private final SmallCollections collections;
    private final int expected;
    private final Map<ObjectRef, Shared<Optional<Manifest>>> objects = new HashMap<>();
    private final Map<Map<String, String>, Shared<List<Manifest>>> selections = new HashMap<>();
    private final Set<Object> asked = new HashSet<>();
    private @Nullable Shared<Optional<Map<ObjectRef, Manifest>>> whole;
    private int listedFrom;

    /** @param expected how many reads are to come, as far as that is known; 0 if it is not */
    CollectionOnce(Interest place, ClusterView live, SmallCollections collections, int expected) {
        this.place = place;
        this.live = live;
        this.collections = collections;
        this.expected = expected;
        listedFrom = expected < MANY ? ONE_BY_ONE + 1 : 1;
        if (place.kind().equals(Kind.SECRET) || place.namespace().isEmpty()) {
            listedFrom = Integer.MAX_VALUE; // all namespaces, say, are more than a step may be allowed to see
        }
    }

    Optional<Manifest> get(ObjectRef ref) throws Unanswered {
        Optional<Map<ObjectRef, Manifest>> all = isKnown(ref) ? Optional.empty() : all(ref);
        return all.isPresent() ? Optional.ofNullable(all.get().get(ref)) : one(ref).get();
    }

    List<Manifest> list(Map<String, String> labels) throws Unanswered {
        Optional<Map<ObjectRef, Manifest>> all = all(labels);
        return all.isPresent()
                ? all.get().values().stream()
                        .filter(object -> object.labels().entrySet().containsAll(labels.entrySet()))
                        .toList()
                : selection(labels).get();
    }

    private synchronized boolean isKnown(ObjectRef ref) {
        return objects.containsKey(ref);
    }

    private synchronized Shared<Optional<Manifest>> one(ObjectRef ref) {
        return objects.computeIfAbsent(ref, object -> new Shared<>(place.cluster(), () -> live.get(object)));
    }

    private synchronized Shared<List<Manifest>> selection(Map<String, String> labels) {
        Shared<List<Manifest>> known = selections.get(labels);
        if (known != null) {
            return known;
        }
        Shared<List<Manifest>> asking =
                new Shared<>(place.cluster(), () -> live.list(place.kind(), place.namespace(), labels));
        selections.put(Map.copyOf(labels), asking);
        if (labels.isEmpty()) { // which is everything: whoever asks for a part of it waits for this
            whole = new Shared<>(place.cluster(), () -> Optional.of(byRef(asking.get())));
        }
        return asking;
    }

    /** All objects, if they were or are to be read at once. @param what the object or the labels that are asked for */
    private Optional<Map<ObjectRef, Manifest>> all(Object what) throws Unanswered {
        Shared<Optional<Map<ObjectRef, Manifest>>> list = listFor(what);
        try {
            return list == null ? Optional.empty() : list.get();
        } catch (Forbidden listing) {
            neverList(); // what is asked for may be allowed all the same
            return Optional.empty();
        }
    }

    private synchronized @Nullable Shared<Optional<Map<ObjectRef, Manifest>>> listFor(Object what) {
        asked.add(what);
        boolean everything = selections.containsKey(Map.of()) || what.equals(Map.of());
        if (asked.size() >= listedFrom && !everything) {
            int reads = Math.max(asked.size(), expected);
            int most = ALWAYS_SMALL + WORTH_IT * reads;
            listedFrom = reads * WORTH_IT;
            whole = new Shared<>(
                    place.cluster(),
                    () -> collections
                            .atMost(most, place.cluster(), place.kind(), place.namespace())
                            .map(CollectionOnce::byRef));
        }
        return whole;
    }

    private synchronized void neverList() {
        listedFrom = Integer.MAX_VALUE;
    }

    private static Map<ObjectRef, Manifest> byRef(List<Manifest> all) {
        Map<ObjectRef, Manifest> byRef = new LinkedHashMap<>();
        all.forEach(object -> byRef.put(object.ref(), object));
        return byRef;
    }
}
