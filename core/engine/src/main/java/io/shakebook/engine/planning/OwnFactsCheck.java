// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import io.shakebook.engine.change.Clusters;
import io.shakebook.engine.graph.PlanGraph;
import io.shakebook.engine.plan.FactUse;
import io.shakebook.spi.Refusal;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.kube.Unsettled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds facts that return what the plan itself changes: they are read again before each step that uses them, and would
 * stop the run half-way because of its own changes. A look-up is asked anew, in the world as it will be, only if the plan
 * changes something that it looked at.
 */
final class OwnFactsCheck {
    private final Clusters clusters;
    private final PlanGraph graph;
    private final List<StepResult> results;

    OwnFactsCheck(Clusters clusters, PlanGraph graph, List<StepResult> results) {
        this.clusters = clusters;
        this.graph = graph;
        this.results = results;
    }

    List<Diagnostic> mistakes(List<FactDraft> facts) {
        List<Diagnostic> mistakes = new ArrayList<>();
        for (FactDraft fact : facts) {
            List<StepResult> users = results.stream()
                    .filter(result -> !result.objects().isEmpty() && uses(result, fact))
                    .toList();
            boolean looksAtChanges = results.stream()
                    .flatMap(result -> result.objects().stream())
                    .anyMatch(object -> fact.reads().stream().anyMatch(read -> read.covers(object)));
            if (looksAtChanges && changed(fact, users, results).isPresent()) {
                users.forEach(user -> mistake(fact, user).ifPresent(mistakes::add));
            }
        }
        return mistakes;
    }

    private Optional<Diagnostic> mistake(FactDraft fact, StepResult user) {
        List<StepResult> others = results.stream()
                .filter(other -> other != user
                        && !graph.ancestors(other.draft().address())
                                .contains(user.draft().address()))
                .toList();
        return changed(fact, List.of(user), others).map(what -> {
            String by = others.stream()
                    .filter(other -> other.objects().stream()
                            .anyMatch(object -> fact.reads().stream().anyMatch(read -> read.covers(object))))
                    .map(other -> "\"" + other.draft().address() + "\"")
                    .findFirst()
                    .orElse("another step");
            return Diagnostic.error(
                    "fact-of-own-making",
                    "\"" + user.draft().address() + "\" uses the fact " + what + ", which " + by + " changes before",
                    user.draft().at(),
                    "use a column that stays as it is, or move the step to a playbook that runs after this one");
        });
    }

    /** Which of the columns that are used is another one once some steps are carried out; empty if none is. */
    private Optional<String> changed(FactDraft fact, List<StepResult> users, List<StepResult> carriedOut) {
        List<PlannedObject> objects =
                carriedOut.stream().flatMap(result -> result.objects().stream()).toList();
        try {
            Map<String, Map<String, Object>> then = fact.question().rows(new PlanningWorld(clusters, "", "", objects));
            return users.stream()
                    .flatMap(user -> user.draft().uses().stream())
                    .sorted()
                    .filter(use -> of(use, fact))
                    .filter(use -> {
                        FactUse column = FactUse.parse(use);
                        return !column.in(then).equals(column.in(fact.record().rows()));
                    })
                    .findFirst();
        } catch (Refusal e) {
            return Optional.of(fact.record().address() + " (" + e.getMessage() + ")");
        } catch (Unanswered | Unsettled.ReadTooEarly e) {
            return Optional.empty(); // not to be told now; the run asks again before the step
        }
    }

    private static boolean uses(StepResult result, FactDraft fact) {
        return result.draft().uses().stream().anyMatch(use -> of(use, fact));
    }

    private static boolean of(String use, FactDraft fact) {
        return FactUse.parse(use).fact().equals(fact.record().address());
    }
}
