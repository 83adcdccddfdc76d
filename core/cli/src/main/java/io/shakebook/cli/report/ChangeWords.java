// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.WalkBackIds;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedStep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names the changes and steps of a plan in the lines about its run. */
final class ChangeWords {
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final Map<String, StepAddress> steps = new LinkedHashMap<>();
    private final Plan plan;

    ChangeWords(Plan plan) {
        this.plan = plan;
        plan.steps()
                .forEach(step -> step.changes().forEach(change -> {
                    changes.put(change.id(), change);
                    steps.put(change.id(), step.address());
                }));
    }

    /** {@code created Service redis-a/front-0 on site-a}. */
    String done(String id) {
        return WalkBackIds.is(id)
                ? about(WalkBackIds.origin(id), change -> "walked back " + object(change))
                : about(id, change -> past(change.action()) + " " + object(change));
    }

    /** The same; of a replacement only the half that was carried out. */
    String done(RunEvent.ChangeApplied applied) {
        return Optional.ofNullable(changes.get(applied.change()))
                .filter(change -> change.action() == Action.REPLACE)
                .filter(change -> applied.uid().isEmpty())
                .map(change -> "deleted " + object(change) + ", to be created again")
                .orElseGet(() -> done(applied.change()));
    }

    /** {@code Service redis-a/front-0 on site-a}. */
    String object(String id) {
        return about(WalkBackIds.origin(id), ChangeWords::object);
    }

    /** {@code + Service redis-a/front-0 on site-a  (sync/expose/source-service[0])}. */
    String listed(String id) {
        return about(
                id,
                change -> StepBlock.Sign.of(change.action()).sign + " " + object(change) + "  ("
                        + Escaped.of(String.valueOf(steps.get(id))) + ")");
    }

    /** The objects of a step: {@code Deployment redis-b/shake-0 on site-b}. */
    String of(StepAddress address) {
        Optional<PlannedStep> step = plan.step(address);
        String objects = step.stream()
                .flatMap(found -> found.changes().stream())
                .map(ChangeWords::object)
                .collect(Collectors.joining(", "));
        return objects.isEmpty()
                ? step.filter(found -> !found.cluster().isEmpty())
                        .map(found -> Escaped.of(found.module() + " on " + found.cluster()))
                        .orElse("")
                : objects;
    }

    private String about(String id, Function<Change, String> words) {
        return Optional.ofNullable(changes.get(id)).map(words).orElse("change " + Escaped.of(id));
    }

    private static String object(Change change) {
        return Escaped.of(
                change.target().object().shown() + " on " + change.target().cluster());
    }

    private static String past(Action action) {
        return switch (action) {
            case CREATE -> "created";
            case UPDATE -> "changed";
            case ADOPT -> "adopted";
            case DELETE -> "deleted";
            case REPLACE -> "deleted and created again";
        };
    }
}
