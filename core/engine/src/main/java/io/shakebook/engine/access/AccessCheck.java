// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.access;

import io.shakebook.spi.Unanswered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Asks clusters for many needs at once, each one time; a cluster that once gave no answer is not asked any further. */
public final class AccessCheck {
    private final AccessReviews reviews;
    private final ExecutorService threads;

    /**
     * What was found out.
     *
     * @param missing what we may not do
     * @param unknown why it is not known, by cluster
     */
    public record Found(SortedSet<Need> missing, Map<String, String> unknown) {}

    private record Asked(Need need, boolean missing) {}

    public AccessCheck(AccessReviews reviews, ExecutorService threads) {
        this.reviews = reviews;
        this.threads = threads;
    }

    /** @throws InterruptedException if the thread is interrupted */
    public Found ask(Collection<Need> needs) throws InterruptedException {
        Map<String, String> unknown = new ConcurrentHashMap<>();
        List<Callable<Asked>> questions = new ArrayList<>();
        inTurn(distinct(needs)).forEach(need -> questions.add(() -> ask(need, unknown)));
        SortedSet<Need> missing = new TreeSet<>();
        for (Future<Asked> answer : threads.invokeAll(questions)) {
            Asked asked = result(answer);
            if (asked.missing()) {
                missing.add(asked.need());
            }
        }
        return new Found(missing, new TreeMap<>(unknown));
    }

    /** @param unknown takes the first reason of each cluster; those after it may only say that they were not asked */
    private Asked ask(Need need, Map<String, String> unknown) {
        if (unknown.containsKey(need.cluster())) {
            return new Asked(need, false);
        }
        try {
            return new Asked(need, !reviews.may(need).allowed());
        } catch (Unanswered e) {
            unknown.putIfAbsent(need.cluster(), String.valueOf(e.getMessage()));
            return new Asked(need, false);
        }
    }

    /** Without those for one object of a resource where all of its objects are needed. */
    private static Collection<Need> distinct(Collection<Need> needs) {
        SortedSet<Need> all = new TreeSet<>(needs);
        all.removeIf(need -> !need.name().isEmpty() && needs.contains(need.ofAll()));
        return all;
    }

    /** One of each cluster after the other, so that a slow one does not keep all threads from the rest. */
    static List<Need> inTurn(Collection<Need> needs) {
        Map<String, Deque<Need>> waiting = new LinkedHashMap<>();
        needs.forEach(need -> waiting.computeIfAbsent(need.cluster(), name -> new ArrayDeque<>())
                .add(need));
        List<Need> all = new ArrayList<>();
        while (all.size() < needs.size()) {
            waiting.values().forEach(ofOne -> Optional.ofNullable(ofOne.poll()).ifPresent(all::add));
        }
        return all;
    }

    private static Asked result(Future<Asked> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        }
    }

    /** By cluster and then by namespace. */
    static Map<String, Map<String, List<Need>>> byPlace(Collection<Need> needs) {
        Map<String, Map<String, List<Need>>> places = new LinkedHashMap<>();
        new TreeSet<>(needs)
                .forEach(need -> places.computeIfAbsent(need.cluster(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(need.namespace(), name -> new ArrayList<>())
                        .add(need));
        return places;
    }
}
