// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which things of the second inventory are things of the first one under another name: those that say the same, what they
 * refer to renamed alike; and those that are at the same place and say mostly the same, if there is only one such.
 */
final class Renames {
    private final Map<String, Map<String, Fields>> before;
    private final Map<String, Map<String, Fields>> after;
    private final Map<Named, Named> found = new LinkedHashMap<>();
    private final Sameness sameness = new Sameness(this::now);

    private Renames(Map<String, Map<String, Fields>> before, Map<String, Map<String, Fields>> after) {
        this.before = before;
        this.after = after;
    }

    static Renames between(Map<String, Map<String, Fields>> before, Map<String, Map<String, Fields>> after) {
        Renames renames = new Renames(before, after);
        while (renames.more(renames::equal) || renames.more(renames::near)) {
            // what is found lets more be found, since references are compared by what they lead to
        }
        return renames;
    }

    /** What a thing of the first inventory is called in the second one. */
    Named now(Named thing) {
        return found.getOrDefault(thing, thing);
    }

    /** What a thing of the second inventory was called, if it was renamed. */
    Optional<Named> formerly(Named thing) {
        return found.entrySet().stream()
                .filter(one -> one.getValue().equals(thing))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Sameness sameness() {
        return sameness;
    }

    private interface Match {
        boolean holds(String section, Fields was, Fields is);
    }

    /** @return whether one was found */
    private boolean more(Match match) {
        for (String section : before.keySet()) {
            for (Named gone : gone(section)) {
                Optional<Named> come = only(section, gone, match);
                if (come.isPresent()) {
                    found.put(gone, come.get());
                    return true;
                }
            }
        }
        return false;
    }

    /** The one that matches; of several that say the very same, the first one. */
    private Optional<Named> only(String section, Named gone, Match match) {
        Fields was = fields(before, gone);
        List<Named> matching = come(section).stream()
                .filter(come -> match.holds(section, was, fields(after, come)))
                .toList();
        boolean alike = matching.stream().allMatch(one -> equal(section, was, fields(after, one)));
        boolean alone = matching.size() == 1
                && (alike
                        || gone(section).stream()
                                        .filter(other -> match.holds(
                                                section, fields(before, other), fields(after, matching.get(0))))
                                        .count()
                                == 1);
        return matching.isEmpty() || !(alone || alike) ? Optional.empty() : Optional.of(matching.get(0));
    }

    private boolean equal(String section, Fields was, Fields is) {
        return sameness.same(was, is);
    }

    private boolean near(String section, Fields was, Fields is) {
        Set<String> paths = new LinkedHashSet<>(Leaves.of(was).keySet());
        paths.addAll(Leaves.of(is).keySet());
        int differing = sameness.differences("", was, is).size();
        return Place.same(section, was, is, sameness) && differing * 2 < paths.size();
    }

    private List<Named> gone(String section) {
        List<Named> gone = new ArrayList<>();
        before.getOrDefault(section, Map.of()).keySet().stream()
                .filter(name -> !after.getOrDefault(section, Map.of()).containsKey(name))
                .map(name -> new Named(section, name))
                .filter(one -> !found.containsKey(one))
                .forEach(gone::add);
        return gone;
    }

    private List<Named> come(String section) {
        return after.getOrDefault(section, Map.of()).keySet().stream()
                .filter(name -> !before.getOrDefault(section, Map.of()).containsKey(name))
                .map(name -> new Named(section, name))
                .filter(one -> !found.containsValue(one))
                .toList();
    }

    private static Fields fields(Map<String, Map<String, Fields>> side, Named thing) {
        return side.getOrDefault(thing.section(), Map.of()).getOrDefault(thing.name(), new Fields(Map.of()));
    }
}
