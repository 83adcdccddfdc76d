// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import io.shakebook.engine.change.Guard;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Span;
import io.shakebook.engine.source.JsonObject;
import io.shakebook.engine.source.JsonObject.Misfit;
import io.shakebook.spi.Measure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads back what {@link EventTree} writes. */
final class EventReader {

    private EventReader() {}

    /** @throws Misfit if a member is missing, of another type or unknown, or the kind of event is unknown */
    static RunEvent read(JsonObject json) throws Misfit {
        String kind = json.text("event");
        RunEvent event = switch (kind) {
            case "run-started" ->
                new RunEvent.RunStarted(
                        json.text("run"),
                        json.text("digest"),
                        json.text("by"),
                        json.text("how"),
                        new Span(json.optionalText("until"), json.optionalText("from")),
                        json.has("revisions") ? json.texts("revisions") : Map.of(),
                        json.optionalText("folder"));
            case "resumed" -> new RunEvent.Resumed(json.text("by"), json.number("last"));
            case "step-started" -> new RunEvent.StepStarted(step(json));
            case "change-intended" ->
                new RunEvent.ChangeIntended(
                        step(json), json.text("change"), guard(json.object("guard")), members(json.map("filled")));
            case "change-applied" ->
                new RunEvent.ChangeApplied(step(json), json.text("change"), json.text("uid"), json.text("version"));
            case "change-found" -> new RunEvent.ChangeFound(step(json), json.text("change"), json.text("why"));
            case "walked-back" -> new RunEvent.WalkedBack(step(json), json.text("change"));
            case "stands" -> new RunEvent.Stands(step(json), json.text("change"), json.text("why"));
            case "output-known" -> new RunEvent.OutputKnown(step(json), json.text("output"), json.value("value"));
            case "step-waiting" ->
                new RunEvent.StepWaiting(
                        step(json), json.text("reason"), measures(json), span(json, "since"), span(json, "within"));
            case "step-staying" -> new RunEvent.StepStaying(step(json), json.text("reason"), span(json, "hold"));
            case "step-ready" -> new RunEvent.StepReady(step(json), json.text("reason"), measures(json));
            case "step-failed" -> new RunEvent.StepFailed(step(json), failure(json));
            case "confirmed" ->
                new RunEvent.Confirmed(json.text("address"), json.text("by"), json.text("how"), json.text("reason"));
            case "paused" ->
                new RunEvent.Paused(json.text("address"), json.text("question"), json.optionalText("refused-by"));
            case "interrupted" ->
                new RunEvent.Interrupted(Math.toIntExact(json.number("times")), steps(json, "running"));
            case "run-ended" -> new RunEvent.RunEnded(outcome(json), summary(json));
            case "locked" ->
                new RunEvent.Locked(
                        json.text("cluster"),
                        json.text("lease"),
                        json.number("fence"),
                        json.optionalText("from"),
                        json.text("how"));
            case "lock-watched" ->
                new RunEvent.LockWatched(
                        json.text("cluster"), json.text("lease"), json.text("holder"), span(json, "watched"));
            case "not-locked" -> new RunEvent.NotLocked(json.text("cluster"), json.text("lease"), json.text("why"));
            case "lock-refused" -> new RunEvent.LockRefused(failure(json));
            case "fenced" ->
                new RunEvent.Fenced(
                        json.text("run"),
                        json.flag("by-its-plan"),
                        json.textList("objects", object -> object),
                        json.has("missing") ? json.textList("missing", object -> object) : List.of(),
                        json.texts("open"));
            case "lock-lost" -> new RunEvent.LockLost(json.text("cluster"), json.text("lease"), json.text("why"));
            case "unlocked" -> new RunEvent.Unlocked(json.text("cluster"), json.text("lease"));
            case "lock-left" -> new RunEvent.LockLeft(json.text("cluster"), json.text("lease"), json.text("why"));
            default -> throw json.wrong("event", "\"" + kind + "\" is not known to this version");
        };
        json.done();
        return event;
    }

    private static StepAddress step(JsonObject json) throws Misfit {
        return StepAddress.parse(json.text("step"));
    }

    private static RunEvent.Failure failure(JsonObject json) throws Misfit {
        return new RunEvent.Failure(json.text("code"), json.text("summary"), json.texts("details"));
    }

    private static List<StepAddress> steps(JsonObject json, String name) throws Misfit {
        return json.textList(name, StepAddress::parse);
    }

    private static Duration span(JsonObject json, String name) throws Misfit {
        return Duration.parse(json.text(name));
    }

    private static Guard guard(JsonObject json) throws Misfit {
        Guard guard = json.has("create-only") && json.flag("create-only")
                ? new Guard.Missing()
                : new Guard.Unchanged(json.text("uid"), json.text("version"));
        json.done();
        return guard;
    }

    private static Map<String, Object> members(Map<?, ?> json) {
        Map<String, Object> members = new LinkedHashMap<>();
        json.forEach((name, value) -> members.put((String) name, value));
        return members;
    }

    private static List<Measure> measures(JsonObject json) throws Misfit {
        return json.objectList("measures", measure -> new Measure(measure.text("name"), measure.text("value")));
    }

    private static Outcome outcome(JsonObject json) throws Misfit {
        return Outcome.valueOf(json.text("outcome").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static RunEvent.Summary summary(JsonObject json) throws Misfit {
        return new RunEvent.Summary(
                steps(json, "done"),
                json.has("not-asked") ? steps(json, "not-asked") : List.of(),
                json.textList("changed", id -> id),
                steps(json, "failed"),
                steps(json, "not-started"),
                steps(json, "unknown"),
                span(json, "took"),
                json.optionalText("paused-at"));
    }
}
