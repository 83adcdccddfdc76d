// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.ThingDifference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what groups select; a member that was only renamed is the same member. */
final class GroupComparison {
    private final Map<String, List<String>> before = new LinkedHashMap<>();
    private final Map<String, List<String>> after;
    private final Map<String, String> former = new LinkedHashMap<>();

    GroupComparison(Listing before, Listing after, Renames renames) {
        Links links = new Links(before);
        before.groups().forEach((group, members) -> {
            List<String> now = members.stream()
                    .map(member -> links.entries(member).stream()
                            .findFirst()
                            .map(renames::now)
                            .map(Named::name)
                            .map(name -> remember(name, member))
                            .orElse(member))
                    .toList();
            this.before.put(group, now);
        });
        this.after = after.groups();
    }

    private String remember(String now, String formerly) {
        former.put(now, formerly);
        return now;
    }

    List<GroupDifference> differences() {
        List<GroupDifference> differences = new ArrayList<>();
        Map<String, String> renamed = renamed();
        after.forEach((name, members) -> {
            Optional<String> formerly = Optional.ofNullable(renamed.get(name));
            List<String> old = before.get(formerly.orElse(name));
            if (old == null) {
                differences.add(of(Kind.ADDED, name, formerly, List.of(), members));
            } else if (formerly.isPresent() || !old.equals(members)) {
                differences.add(of(formerly.isPresent() ? Kind.RENAMED : Kind.CHANGED, name, formerly, old, members));
            }
        });
        before.forEach((name, members) -> {
            if (!after.containsKey(name) && !renamed.containsValue(name)) {
                differences.add(of(Kind.REMOVED, name, Optional.empty(), members, List.of()));
            }
        });
        return differences;
    }

    /** The old name by the new one, of groups that select the same. */
    private Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>();
        after.forEach((name, members) -> {
            if (!before.containsKey(name) && !members.isEmpty()) {
                before.entrySet().stream()
                        .filter(old -> !after.containsKey(old.getKey()) && !renamed.containsValue(old.getKey()))
                        .filter(old -> old.getValue().equals(members))
                        .findFirst()
                        .ifPresent(old -> renamed.put(name, old.getKey()));
            }
        });
        return renamed;
    }

    private GroupDifference of(
            Kind kind, String name, Optional<String> formerly, List<String> old, List<String> members) {
        Set<String> joined = new LinkedHashSet<>(members);
        old.forEach(joined::remove);
        Set<String> left = new LinkedHashSet<>(old);
        members.forEach(left::remove);
        boolean reordered = joined.isEmpty() && left.isEmpty() && !old.equals(members);
        return new GroupDifference(
                kind,
                name,
                formerly,
                List.copyOf(joined),
                left.stream().map(one -> former.getOrDefault(one, one)).toList(),
                reordered);
    }
}
