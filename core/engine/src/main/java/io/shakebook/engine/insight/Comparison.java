// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.ThingDifference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what changes for whom between two inventories. */
public final class Comparison {
    private final Compared before;
    private final Compared after;
    private final Renames renames;

    public Comparison(Compared before, Compared after) {
        this.before = before;
        this.after = after;
        this.renames = Renames.between(before.sections(), after.sections());
    }

    public InventoryDifference difference() {
        Listing was = before.listing();
        Listing is = after.listing();
        return new InventoryDifference(
                new InventoryDifference.Side(was.name(), was.revision()),
                new InventoryDifference.Side(is.name(), is.revision()),
                renames
                        .sameness()
                        .differences("inventory", new Content.Plain(was.name()), new Content.Plain(is.name()))
                        .stream()
                        .findFirst(),
                things(),
                new GroupComparison(was, is, renames).differences(),
                renames.sameness().differences("", new Fields(was.parameters()), new Fields(is.parameters())),
                new PlaybookComparison(before, after, renames).differences());
    }

    private List<ThingDifference> things() {
        List<ThingDifference> own = new ArrayList<>();
        Set<String> sections = new LinkedHashSet<>(after.sections().keySet());
        sections.addAll(before.sections().keySet());
        for (String section : sections) {
            Map<String, Fields> is = after.sections().getOrDefault(section, Map.of());
            is.forEach(
                    (name, fields) -> present(new Named(section, name), fields).ifPresent(own::add));
            before.sections().getOrDefault(section, Map.of()).keySet().stream()
                    .map(name -> new Named(section, name))
                    .filter(was ->
                            !is.containsKey(was.name()) && renames.now(was).equals(was))
                    .forEach(was ->
                            own.add(new ThingDifference(Kind.REMOVED, was, Optional.empty(), List.of(), List.of())));
        }
        own.addAll(affected(own));
        return own;
    }

    /** A thing that is there now, unless it says the same as before. */
    private Optional<ThingDifference> present(Named thing, Fields fields) {
        Optional<Named> formerly = renames.formerly(thing);
        Named was = formerly.orElse(thing);
        Optional<Fields> old = Optional.ofNullable(
                before.sections().getOrDefault(was.section(), Map.of()).get(was.name()));
        if (old.isEmpty()) {
            return Optional.of(new ThingDifference(Kind.ADDED, thing, Optional.empty(), List.of(), List.of()));
        }
        List<FieldDifference> changed = renames.sameness().differences("", old.get(), fields);
        if (changed.isEmpty() && formerly.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = formerly.isPresent() ? Kind.RENAMED : Kind.CHANGED;
        return Optional.of(new ThingDifference(kind, thing, formerly.map(Named::name), changed, List.of()));
    }

    /** Things that say the same, and lead to one of these. */
    private List<ThingDifference> affected(List<ThingDifference> own) {
        Set<Named> changed = new LinkedHashSet<>();
        own.stream()
                .filter(one -> one.kind() == Kind.CHANGED || one.kind() == Kind.RENAMED)
                .forEach(one -> changed.add(one.thing()));
        Set<Named> said = new LinkedHashSet<>();
        own.stream().filter(one -> one.kind() != Kind.REMOVED).forEach(one -> said.add(one.thing()));
        Links links = new Links(after.listing());
        List<ThingDifference> affected = new ArrayList<>();
        links.all().keySet().stream()
                .filter(one -> !one.section().equals(Links.GROUPS) && !said.contains(one))
                .forEach(one -> {
                    List<Named> through =
                            links.below(one).stream().filter(changed::contains).toList();
                    if (!through.isEmpty()) {
                        affected.add(new ThingDifference(Kind.AFFECTED, one, Optional.empty(), List.of(), through));
                    }
                });
        return affected;
    }
}
