// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Items;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Content.Secret;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What refers to what in an inventory. */
public final class Links {
    /** The section of groups. */
    public static final String GROUPS = "groups";

    private final Listing listing;

    public Links(Listing listing) {
        this.listing = listing;
    }

    /**
     * That one thing refers to another; if several fields do, the first one stands for all.
     *
     * @param by the field that does; empty for a member of a group
     */
    public record Link(String by, Named to) {}

    /** By what refers, groups first, then entries, then clusters, in the order of the inventory; also what refers to nothing. */
    public Map<Named, List<Link>> all() {
        Map<Named, List<Link>> all = new LinkedHashMap<>();
        listing.groups()
                .forEach((group, members) -> all.put(
                        new Named(GROUPS, group),
                        members.stream()
                                .flatMap(member -> entries(member).stream())
                                .map(entry -> new Link("", entry))
                                .toList()));
        listing.entries()
                .forEach((type, entries) ->
                        entries.forEach((name, fields) -> all.put(new Named(type, name), links("", fields))));
        listing.clusters().keySet().forEach(name -> all.put(new Named(Listing.CLUSTERS, name), List.of()));
        return all;
    }

    /** All that a thing leads to, nearest first. */
    List<Named> below(Named thing) {
        Map<Named, List<Link>> all = all();
        Set<Named> below = new LinkedHashSet<>();
        Deque<Named> left = new ArrayDeque<>(List.of(thing));
        while (!left.isEmpty()) {
            all.getOrDefault(left.remove(), List.of()).stream()
                    .map(Link::to)
                    .filter(below::add)
                    .forEach(left::add);
        }
        return List.copyOf(below);
    }

    /** The entries of any type that have a name. */
    List<Named> entries(String name) {
        return listing.entries().entrySet().stream()
                .filter(type -> type.getValue().containsKey(name))
                .map(type -> new Named(type.getKey(), name))
                .toList();
    }

    private static List<Link> links(String by, Content content) {
        List<Link> links = new ArrayList<>();
        if (content instanceof Named to) {
            links.add(new Link(by, to));
        } else if (content instanceof Secret secret) {
            secret.ref()
                    .inCluster()
                    .ifPresent(place -> links.add(new Link(by, new Named(Listing.CLUSTERS, place.cluster()))));
        } else if (content instanceof Items list) {
            list.items().forEach(item -> links.addAll(links(by, item)));
        } else if (content instanceof Fields map) {
            map.fields().forEach((key, inner) -> links.addAll(links(by.isEmpty() ? key : by + "." + key, inner)));
        }
        return List.copyOf(links.stream()
                .collect(Collectors.toMap(Link::to, link -> link, (first, other) -> first, LinkedHashMap::new))
                .values());
    }
}
