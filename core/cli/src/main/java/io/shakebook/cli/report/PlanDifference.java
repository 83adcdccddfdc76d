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

/** How a plan differs from another one of the same playbook. */
public final class PlanDifference {
    private static final int COLUMN = 28;
    private static final String NONE = "(none)";
    private final Page page;
    private final Plan was;
    private final Plan is;
    private int found;

    private PlanDifference(Screen screen, Plan was, Plan is) {
        this.page = new Page(screen);
        this.was = was;
        this.is = is;
    }

    /** Of a plan that was made again. @param digest of the approved plan */
    public static String sinceApproval(Screen screen, Plan approved, String digest, Plan now) {
        return text(screen, "Against the approved plan " + digest + ":", approved, now);
    }

    /** Of the plan with another revision of the inventory. @param ref as it was typed */
    public static String withInventoryOf(Screen screen, String ref, Plan now, Plan other) {
        return text(screen, "With the inventory of " + Escaped.of(ref) + " instead:", now, other);
    }

    private static String text(Screen screen, String heading, Plan was, Plan is) {
        PlanDifference difference = new PlanDifference(screen, was, is);
        difference.page.paragraph(Tone.STRONG, "", heading);
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
        Made before = was.made();
        Made after = is.made();
        values("playbook", before.playbook().revision(), after.playbook().revision());
        values("inventory", before.inventory().revision(), after.inventory().revision());
        values("tool", before.by(), after.by());
        each("parameter ", before.parameters(), after.parameters(), Made.Parameter::value);
        each("module ", before.modules(), after.modules(), version -> version);
        each("cluster ", before.clusters(), after.clusters(), Made.Cluster::identity);
    }

    private void facts() {
        each("fact ", columns(was), columns(is), value -> value);
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
        Set<String> before = addresses(was);
        Set<String> after = addresses(is);
        before.stream()
                .filter(step -> !after.contains(step))
                .forEach(step -> entry(Tone.DELETE, "  - step " + step, "is left out"));
        after.stream()
                .filter(step -> !before.contains(step))
                .forEach(step -> entry(Tone.CREATE, "  + step " + step, "is new"));
    }

    private static Set<String> addresses(Plan plan) {
        return plan.steps().stream()
                .map(PlannedStep::address)
                .map(String::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void changes() {
        Map<String, Change> before = byId(was);
        Map<String, Change> after = byId(is);
        before.forEach((id, change) -> {
            if (!after.containsKey(id)) {
                entry(Tone.DELETE, "  - " + id, title(change) + " is not needed any more");
            } else if (!change.equals(after.get(id))) {
                entry(Tone.CHANGE, "  ~ " + id, title(change));
                each("    ~ ", said(was, change), said(is, after.get(id)), words -> words);
            }
        });
        after.forEach((id, change) -> {
            if (!before.containsKey(id)) {
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
