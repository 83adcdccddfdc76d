// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.plan.Made;
import io.shakebook.spi.Unanswered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Asks the clusters that a plan needs who they are, all at once; what a step reads waits for that. A dark one costs its
 * deadline once, and not again for each of its steps. A cluster that no step acts on, and that may be down, is not
 * contacted, unless a fact was read there: what a look-up found is part of the plan as well.
 */
final class SiteCheck {
    private final Clusters clusters;
    private final ExecutorService threads;
    private final Map<String, Future<Sight>> begun = new ConcurrentHashMap<>();

    SiteCheck(Clusters clusters, ExecutorService threads) {
        this.clusters = clusters;
        this.threads = threads;
    }

    private record Sight(String name, String identity, Optional<String> dark, Optional<String> warning) {}

    /** Asks already, and waits for nobody: connecting takes long, and what is to be done is not known yet. */
    void begin(Set<String> sure) {
        sure.forEach(this::asked);
    }

    private Future<Sight> asked(String cluster) {
        return begun.computeIfAbsent(cluster, name -> threads.submit(() -> sight(name)));
    }

    /** The same for all that the plan needs. */
    void begin(Expansion expansion) {
        begin(needed(expansion));
    }

    /**
     * Why a cluster is dark, as soon as that is known; empty if it is not, or is none of those that were asked. For threads
     * that were given their work after the questions were begun: it waits for them.
     */
    Optional<String> dark(String cluster) {
        Future<Sight> asked = begun.get(cluster);
        if (asked == null) {
            return Optional.empty();
        }
        try {
            return StepWalk.result(asked).dark();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** What was seen; waits for all answers. */
    SitesSeen look(Expansion expansion) throws InterruptedException {
        List<Future<Sight>> answers = new ArrayList<>();
        needed(expansion).forEach(name -> answers.add(asked(name)));
        Map<String, Made.Cluster> seen = new LinkedHashMap<>();
        Map<String, String> dark = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        for (Future<Sight> answer : answers) {
            Sight sight = StepWalk.result(answer);
            seen.put(sight.name(), new Made.Cluster(sight.identity(), clusters.about(sight.name())));
            sight.dark().ifPresent(why -> dark.put(sight.name(), why));
            sight.warning().ifPresent(warnings::add);
        }
        return new SitesSeen(seen, dark, warnings);
    }

    /** Where facts were read, and where steps act: a question to a person contacts nobody, wherever it stands. */
    private static Set<String> needed(Expansion expansion) {
        Set<String> names = new TreeSet<>(expansion.sites());
        expansion.steps().stream()
                .filter(draft -> draft.module().isPresent() && !draft.cluster().isEmpty())
                .forEach(draft -> names.add(draft.cluster()));
        expansion.facts().forEach(fact -> fact.reads().forEach(read -> names.add(read.cluster())));
        return names;
    }

    private Sight sight(String name) {
        try {
            String identity = clusters.identity(name);
            Optional<String> warning = clusters.unpinned(name).map(unpinned -> warning(name, unpinned));
            return new Sight(name, identity, Optional.empty(), warning);
        } catch (Unanswered e) {
            return new Sight(name, "", Optional.of(String.valueOf(e.getMessage())), Optional.empty());
        }
    }

    private static String warning(String name, Clusters.Unpinned unpinned) {
        List<String> lines = new ArrayList<>();
        String known = unpinned.known().replace('\n', ' '); // a line break begins what is there to be copied
        lines.add("the inventory does not pin the cluster \"" + name + "\": " + known
                + (unpinned.lines().isEmpty() ? "" : "; to refuse any other one, write below it"));
        unpinned.lines().forEach(line -> lines.add("    " + line));
        return String.join("\n", lines);
    }
}
