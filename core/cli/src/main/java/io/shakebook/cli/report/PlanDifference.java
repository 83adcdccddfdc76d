// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Change;
import io.shakebook.engine.plan.FactRecord;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a plan that was made again differs from the one that was approved. */
public final class PlanDifference {
    private static final int COLUMN = 28;
    private static final String NONE = "(none)";
    private final Page page;
    private final Plan approved;
    private final Plan now;
    private int found;

    private PlanDifference(Screen screen, Plan approved, Plan now) {
        this.page = new Page(screen);
        this.approved = approved;
        this.now = now;
    }

    /** @param digest of the approved plan */
    public static String text(Screen screen, Plan approved, String digest, Plan now) {
        PlanDifference difference = new PlanDifference(screen, approved, now);
        difference.page.paragraph(Tone.STRONG, "Against the approved plan ", digest + ":");
        difference.made();
        difference.facts();
        difference.steps();
        difference.changes();
        if (difference.found == 0) {
            difference.page.line("  nothing that is written differs");
        }
        return difference.page.blank().toString();
    }

    private void made() {
        Made was = approved.made();
        Made is = now.made();
        values("playbook", was.playbook().revision(), is.playbook().revision());
        values("inventory", was.inventory().revision(), is.inventory().revision());
        values("tool", was.by(), is.by());
        each("parameter ", was.parameters(), is.parameters(), Made.Parameter::value);
        each("module ", was.modules(), is.modules(), version -> version);
        each("cluster ", was.clusters(), is.clusters(), Made.Cluster::identity);
    }

    private void facts() {
        each("fact ", columns(approved), columns(now), value -> value);
    }

    private static Map<String, String> columns(Plan plan) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (FactRecord fact : plan.facts()) {
            fact.rows()
                    .forEach((key, row) -> row.forEach((column, value) -> columns.put(
                            fact.address() + (key.isEmpty() ? "" : "[" + key + "]") + "." + column,
                            new Values(plan.made().secrets()).value(value))));
        }
        return columns;
    }

    private void steps() {
        Set<String> was = addresses(approved);
        Set<String> is = addresses(now);
        was.stream()
                .filter(step -> !is.contains(step))
                .forEach(step -> entry(Tone.DELETE, "  - step " + step, "is left out"));
        is.stream()
                .filter(step -> !was.contains(step))
                .forEach(step -> entry(Tone.CREATE, "  + step " + step, "is new"));
    }

    private static Set<String> addresses(Plan plan) {
        return plan.steps().stream()
                .map(PlannedStep::address)
                .map(String::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void changes() {
        Map<String, Change> was = byId(approved);
        Map<String, Change> is = byId(now);
        was.forEach((id, change) -> {
            if (!is.containsKey(id)) {
                entry(Tone.DELETE, "  - " + id, title(change) + " is not needed any more");
            } else if (!change.equals(is.get(id))) {
                entry(Tone.CHANGE, "  ~ " + id, title(change));
                each("    ~ ", said(approved, change), said(now, is.get(id)), words -> words);
            }
        });
        is.forEach((id, change) -> {
            if (!was.containsKey(id)) {
                entry(Tone.CREATE, "  + " + id, title(change));
            }
        });
    }

    /** All that a plan says of a change, by what it is about. */
    private static Map<String, String> said(Plan plan, Change change) {
        Values values = new Values(plan.made().secrets());
        Map<String, String> said = new LinkedHashMap<>();
        said.put("action", change.action().word());
        said.put("uid", change.target().uid().orElse(NONE));
        change.diff()
                .fields()
                .forEach(field ->
                        said.put(field.path().toString(), "(" + values.change(field.before(), field.after()) + ")"));
        change.diff()
                .files()
                .forEach(file -> file.keys()
                        .forEach(key -> said.put(
                                file.file() + " " + key.key(), "(" + values.change(key.before(), key.after()) + ")")));
        change.takes().forEach(take -> said.put("takes " + take.field(), "from " + take.from()));
        change.effects().forEach(effect -> said.put("effect", effect));
        said.put("way back", WayBack.of(change));
        return said;
    }

    private static Map<String, Change> byId(Plan plan) {
        return plan.changes()
                .collect(Collectors.toMap(Change::id, change -> change, (one, other) -> one, LinkedHashMap::new));
    }

    private static String title(Change change) {
        return Escaped.of(change.action().word() + " "
                + change.target().object().shown() + " on " + change.target().cluster());
    }

    private <V> void each(String what, Map<String, V> was, Map<String, V> is, Function<V, String> words) {
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String name : names) {
            values(what + name, value(was, name, words), value(is, name, words));
        }
    }

    private static <V> String value(Map<String, V> values, String name, Function<V, String> words) {
        return Optional.ofNullable(values.get(name)).map(words).orElse(NONE);
    }

    private void values(String what, String was, String is) {
        if (!was.equals(is)) {
            entry(Tone.CHANGE, what.startsWith(" ") ? what : "  ~ " + what, Escaped.of(was) + " -> " + Escaped.of(is));
        }
    }

    private void entry(Tone tone, String label, String words) {
        found++;
        page.entry(tone, Escaped.of(label), COLUMN, words, "");
    }
}
