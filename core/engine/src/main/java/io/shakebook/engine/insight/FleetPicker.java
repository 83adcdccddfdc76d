// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.ParameterReader.Parameters;
import io.shakebook.engine.planning.ParameterReader.Read;
import io.shakebook.engine.source.Nearest;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Picks the entries of a group, and finds the parameter of the playbook that takes them. */
public final class FleetPicker {
    private final Inventory inventory;
    private final Parameters playbook;
    private final Set<String> typed;

    /** @param typed names of the parameters that are given on the command line */
    public FleetPicker(Inventory inventory, Parameters playbook, Set<String> typed) {
        this.inventory = inventory;
        this.playbook = playbook;
        this.typed = Set.copyOf(typed);
    }

    /** @throws Mistakes if the group or a limit names nothing, or no parameter takes the entries */
    public Fleet pick(Fleet.Query query) throws Mistakes {
        Set<String> members = members(query.group());
        Read parameter = parameter(query.group(), members);
        Set<String> picked = limited(query, members);
        return new Fleet(
                query.group(),
                parameter.name(),
                parameter.type(),
                members.stream().filter(picked::contains).toList(),
                members.stream().filter(one -> !picked.contains(one)).toList());
    }

    private Set<String> members(String group) throws Mistakes {
        List<String> members = inventory.groups().get(group);
        if (members == null) {
            throw mistake(
                    "unknown-group",
                    "the inventory has no group \"" + group + "\"",
                    inventory.groups().isEmpty()
                            ? "write \"groups: { " + group + ": [ENTRY] }\" into it"
                            : Nearest.remedy(group, "groups", inventory.groups().keySet()));
        }
        if (members.isEmpty()) {
            throw mistake("empty-group", "the group \"" + group + "\" has no entries", "name some in the inventory");
        }
        return new LinkedHashSet<>(members);
    }

    /** The only one whose type all of them have; of several, the only one that is not given already. */
    private Read parameter(String group, Set<String> members) throws Mistakes {
        List<Read> fitting = playbook.all().stream()
                .filter(one -> inventory
                        .entries()
                        .getOrDefault(one.type(), Map.of())
                        .keySet()
                        .containsAll(members))
                .toList();
        List<Read> open =
                fitting.stream().filter(one -> !typed.contains(one.name())).toList();
        if (open.size() == 1) {
            return open.get(0);
        }
        String names = fitting.stream().map(Read::name).collect(Collectors.joining("\", \""));
        if (fitting.isEmpty()) {
            throw mistake(
                    "no-parameter",
                    "no parameter of \"" + playbook.playbook() + "\" takes every entry of the group \"" + group + "\"",
                    "name a group of one type; its parameters take: "
                            + playbook.all().stream()
                                    .map(one -> one.name() + " (" + one.type() + ")")
                                    .collect(Collectors.joining(", ")));
        }
        throw open.isEmpty()
                ? mistake(
                        "given-parameter",
                        "\"" + names + "\" is given with -p, and takes the entries of the group \"" + group + "\"",
                        "leave out one of the two")
                : mistake(
                        "several-parameters",
                        "several parameters of \"" + playbook.playbook() + "\" take entries of the group \"" + group
                                + "\": \"" + names + "\"",
                        "give all but one of them with -p");
    }

    private Set<String> limited(Fleet.Query query, Set<String> members) throws Mistakes {
        if (query.limit().isEmpty()) {
            return members;
        }
        Set<String> picked = new LinkedHashSet<>();
        List<Diagnostic> mistakes = new ArrayList<>();
        for (String limit : query.limit()) {
            Set<String> found = found(limit, members);
            picked.addAll(found);
            if (found.isEmpty()) {
                mistakes.add(nothing(limit, query.group(), members));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new Mistakes(mistakes);
        }
        return picked;
    }

    /** A name of an entry is stronger than that of a group. */
    private Set<String> found(String limit, Set<String> members) {
        if (members.contains(limit)) {
            return Set.of(limit);
        }
        Set<String> found = new LinkedHashSet<>(members);
        if (inventory.groups().containsKey(limit)) {
            found.retainAll(inventory.groups().get(limit));
        } else if (glob(limit)) {
            Pattern pattern = pattern(limit);
            found.removeIf(member -> !pattern.matcher(member).matches());
        } else {
            found.clear();
        }
        return found;
    }

    private static boolean glob(String limit) {
        return limit.contains("*") || limit.contains("?");
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(glob.chars()
                .mapToObj(one -> one == '*' ? ".*" : one == '?' ? "." : Pattern.quote(Character.toString(one)))
                .collect(Collectors.joining()));
    }

    private Diagnostic nothing(String limit, String group, Set<String> members) {
        boolean known = inventory.groups().containsKey(limit)
                || inventory.entries().values().stream().anyMatch(named -> named.containsKey(limit));
        if (known || glob(limit)) {
            String summary = "--limit \"" + limit + "\" picks no entry of the group \"" + group + "\"";
            return Diagnostic.error("empty-limit", summary, "its entries: " + String.join(", ", members));
        }
        List<String> names = new ArrayList<>(members);
        names.addAll(inventory.groups().keySet());
        return Diagnostic.error(
                "unknown-limit",
                "--limit \"" + limit + "\" is no entry of the group \"" + group + "\", no group and no glob",
                Nearest.remedy(limit, "entries and groups", names));
    }

    private static Mistakes mistake(String code, String summary, String remedy) {
        return new Mistakes(List.of(Diagnostic.error(code, summary, remedy)));
    }
}
