// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.binding.RecordTree;
import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.plan.FactRecord;
import io.shakebook.engine.plan.FactUse;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.Lookup;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Rows;
import io.shakebook.spi.Unanswered;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks look-ups again, right before a step that was made from their answers changes something. */
final class FactCheck {
    private final Plan plan;
    private final Catalog catalog;
    private final Clusters clusters;

    FactCheck(Plan plan, Catalog catalog, Clusters clusters) {
        this.plan = plan;
        this.catalog = catalog;
        this.clusters = clusters;
    }

    /** @throws StepFailure if a column that the step uses has another value than while planning, or cannot be read */
    void check(PlannedStep step) throws StepFailure {
        Map<String, Map<String, Map<String, Object>>> asked = new LinkedHashMap<>();
        for (String use : step.uses()) {
            FactUse column = FactUse.parse(use);
            Optional<FactRecord> fact = plan.facts().stream()
                    .filter(record -> record.address().equals(column.fact()))
                    .findFirst();
            if (fact.isEmpty()) {
                continue;
            }
            if (!asked.containsKey(column.fact())) {
                asked.put(column.fact(), rows(fact.get()));
            }
            compare(use, column, fact.get(), asked.getOrDefault(column.fact(), Map.of()));
        }
    }

    private static void compare(String use, FactUse column, FactRecord fact, Map<String, Map<String, Object>> now)
            throws StepFailure {
        Object planned = column.in(fact.rows());
        Object found = column.in(now);
        if (!planned.equals(found)) {
            throw new StepFailure("stale", "the fact " + use + " changed since the plan was made")
                    .with("planned", String.valueOf(planned))
                    .with("now", String.valueOf(found))
                    .with("do", "plan again");
        }
    }

    private Map<String, Map<String, Object>> rows(FactRecord fact) throws StepFailure {
        Lookup<?, ?> lookup = Optional.<Lookup<?, ?>>ofNullable(
                        catalog.lookups().get(fact.lookup()))
                .orElseThrow(
                        () -> new StepFailure("unknown-look-up", "no look-up is called \"" + fact.lookup() + "\""));
        return rows(lookup, fact);
    }

    private <A extends Record, R extends Record> Map<String, Map<String, Object>> rows(
            Lookup<A, R> lookup, FactRecord fact) throws StepFailure {
        try {
            A args = RecordTree.fromTree(lookup.spec().args(), fact.args());
            Rows<R> rows = lookup.rows(args, new RunWorld(clusters::view, "", ""));
            Map<String, Map<String, Object>> trees = new LinkedHashMap<>();
            rows.rows().forEach((key, row) -> trees.put(key, RecordTree.toTree(row)));
            return trees;
        } catch (Unanswered e) {
            throw new StepFailure("unreachable", "no answer from " + e.cluster() + ": " + e.getMessage());
        } catch (Refusal e) {
            throw new StepFailure("stale", "the fact " + fact.address() + " does not hold any more: " + e.getMessage())
                    .with("do", e.remedy());
        }
    }
}
