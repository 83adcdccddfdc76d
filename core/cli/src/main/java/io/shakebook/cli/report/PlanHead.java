// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.plan.FactRecord;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The first lines of a plan: from what it was made, and on which evidence. */
final class PlanHead {
    private static final int COLUMN = 12;
    private static final Set<String> LABELS = Set.of("Plan", "Undo", "Drift");
    private final Page page;

    PlanHead(Page page) {
        this.page = page;
    }

    void add(Plan plan) {
        uncommitted(plan.made());
        plan.made().undoes().ifPresent(undoes -> entry("Undo", "what the run " + undoes.run() + " did"));
        add(plan.made().undoes().isPresent() ? "of" : "Plan", plan.made(), cluster -> role(plan, cluster));
        plan.facts().forEach(fact -> entry("fact", fact(fact)));
        secrets(plan.made());
    }

    /** For a report without facts. @param label what it is */
    void addAll(String label, Made made) {
        uncommitted(made);
        add(label, made, name -> "");
        secrets(made);
    }

    /** Before anything else. */
    private void uncommitted(Made made) {
        RevisionWords.uncommitted(made).ifPresent(words -> page.paragraph(Tone.DANGER, "! ", Escaped.of(words)));
    }

    /** @param role what is done with a cluster */
    private void add(String label, Made made, UnaryOperator<String> role) {
        entry(
                label,
                made.playbook().name() + "  ("
                        + from(made.playbook().path(), made.playbook().revision()) + ")");
        entry(
                "inventory",
                made.inventory().name() + "  ("
                        + from(made.inventory().path(), made.inventory().revision()) + ")");
        RevisionWords.lines(made).forEach(line -> entry("revision", line));
        entry("clusters", clusters(made, role));
        parameters(made);
    }

    /** What somebody chose, each with where; then what nobody did. Those of imports are in the plan file. */
    private void parameters(Made made) {
        List<String> defaults = new ArrayList<>();
        made.parameters().forEach((name, value) -> {
            if (name.contains("/")) {
                return;
            }
            String given = name + "=" + value.value();
            if (value.origin().startsWith("playbook default")) {
                defaults.add(given);
            } else {
                String origin = value.origin().replace(made.inventory().path() + "/", "");
                entry("with", given + "  (" + origin + ")");
            }
        });
        if (!defaults.isEmpty()) {
            defaults.sort(Comparator.comparingInt(String::length)); // a long one would break the line of the short
            entry("defaults", String.join(", ", defaults));
        }
    }

    private static String role(Plan plan, String cluster) {
        if (plan.seen().unreachable().containsKey(cluster)) {
            return ", no answer";
        }
        long changes = plan.changes()
                .filter(change -> change.target().cluster().equals(cluster))
                .count();
        return changes == 0 ? ", only read" : ", " + Counted.of(changes, "change");
    }

    private void secrets(Made made) {
        for (int at = 0; at < made.secrets().size(); at++) {
            entry(
                    at == 0 ? "secrets" : "",
                    "(#" + (at + 1) + ") " + made.secrets().get(at).of() + ", from "
                            + made.secrets().get(at).source());
        }
    }

    private void entry(String label, String words) {
        page.entry(LABELS.contains(label) ? Tone.STRONG : Tone.PLAIN, label, COLUMN, Escaped.of(words), "");
    }

    private static String from(String path, String revision) {
        return path + (revision.isEmpty() || revision.equals("files") ? "" : " at " + revision);
    }

    private static String clusters(Made made, UnaryOperator<String> role) {
        return made.clusters().entrySet().stream()
                .map(cluster ->
                        cluster.getKey() + " (" + cluster.getValue().about() + role.apply(cluster.getKey()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String fact(FactRecord fact) {
        return fact.address() + "  " + fact.lookup() + " found "
                + Counted.of(fact.rows().size(), "row")
                + (fact.evidence().isEmpty() ? "" : "; evidence: " + fact.evidence());
    }
}
