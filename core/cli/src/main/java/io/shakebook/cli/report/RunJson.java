// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.cli.KeptRun;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.event.RunEvent.RunStarted;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.source.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The report about a run for programs. */
public final class RunJson {

    public String text(KeptRun run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("run", run.id());
        tree.put("state", RunWords.state(run));
        run.damage().ifPresent(why -> tree.put("damage", why));
        run.plan().ifPresent(plan -> tree.put("playbook", plan.made().playbook().name()));
        run.history().started().ifPresent(started -> tree.put("approved", approved(started)));
        run.history().at().ifPresent(at -> tree.put("at", at.toString()));
        tree.put("resumptions", (long) run.history().resumptions());
        tree.put("changed", run.history().sent());
        run.journal().ifPresent(journal -> {
            tree.put("moments", RunMoments.of(journal));
            RunStory story = RunStory.of(journal);
            tree.put(
                    "steps",
                    run.plan().stream()
                            .flatMap(plan -> plan.steps().stream())
                            .map(step -> step(step, story.of(step.address())))
                            .toList());
        });
        return Json.pretty(tree);
    }

    private static Map<String, Object> approved(RunStarted started) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("digest", started.digest());
        tree.put("by", started.by());
        tree.put("how", started.how());
        if (!started.revisions().isEmpty()) {
            tree.put("revisions", started.revisions());
        }
        return tree;
    }

    private static Map<String, Object> step(PlannedStep step, Optional<RunStory.Told> told) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", step.address().toString());
        tree.put(
                "state",
                told.map(known -> known.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(step.confirm().isPresent() ? "question" : "not-started"));
        told.ifPresent(known -> {
            tree.put("began", known.began().toString());
            known.ended().ifPresent(at -> tree.put("ended", at.toString()));
            known.took().ifPresent(took -> tree.put("took", took.toString()));
            tree.put("reason", known.reason());
            Map<String, Object> measures = new LinkedHashMap<>();
            known.measures().forEach(measure -> measures.put(measure.name(), measure.value()));
            tree.put("measures", measures);
            tree.put("outputs", known.outputs());
            known.failure().ifPresent(failure -> tree.put("failure", failure.summary()));
        });
        tree.put("changes", changes(step, told.map(RunStory.Told::changes).orElse(Map.of())));
        return tree;
    }

    private static List<Map<String, Object>> changes(PlannedStep step, Map<String, String> became) {
        return step.changes().stream().map(change -> change(change, became)).toList();
    }

    private static Map<String, Object> change(Change change, Map<String, String> became) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", change.id());
        tree.put("action", change.action().name().toLowerCase(Locale.ROOT));
        tree.put("object", change.target().object().shown());
        tree.put("cluster", change.target().cluster());
        tree.put("became", became.getOrDefault(change.id(), "not sent"));
        return tree;
    }
}
