// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.access.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One rule of a Role.
 *
 * @param names of the objects that it is about; empty for all
 */
record RoleRule(String group, String resource, List<String> names, List<String> verbs) {

    private record Resource(String group, String name) {}

    /** The fewest rules that grant exactly these needs, which are all in one place. */
    static List<RoleRule> of(Collection<Need> needs) {
        Map<Resource, Map<String, Set<String>>> verbs = new LinkedHashMap<>();
        Set<Need> all = new HashSet<>(needs);
        for (Need need : new TreeSet<>(needs)) {
            boolean granted = !need.name().isEmpty() && all.contains(need.ofAll());
            if (!granted) {
                verbs.computeIfAbsent(new Resource(need.group(), need.resource()), key -> new TreeMap<>())
                        .computeIfAbsent(need.name(), name -> new TreeSet<>())
                        .add(need.verb());
            }
        }
        List<RoleRule> rules = new ArrayList<>();
        verbs.forEach((resource, byName) -> byVerbs(byName)
                .forEach((granted, names) ->
                        rules.add(new RoleRule(resource.group(), resource.name(), names, List.copyOf(granted)))));
        return rules;
    }

    /** Names with the same verbs share a rule; the empty name, which means all objects, has one of its own. */
    private static Map<Set<String>, List<String>> byVerbs(Map<String, Set<String>> byName) {
        Map<Set<String>, List<String>> shared = new LinkedHashMap<>();
        byName.forEach((name, verbs) -> {
            if (name.isEmpty()) {
                shared.put(verbs, new ArrayList<>());
            } else {
                shared.computeIfAbsent(verbs, key -> new ArrayList<>()).add(name);
            }
        });
        return shared;
    }
}
