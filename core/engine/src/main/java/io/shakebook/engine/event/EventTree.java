// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import io.shakebook.engine.change.Guard;
import io.shakebook.spi.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Events as members of a JSON object; {@link EventReader} reads them back. */
final class EventTree {
    private final Map<String, Object> members = new LinkedHashMap<>();

    private EventTree() {}

    /** Everything about an event but its number and time; the member {@code event} names its kind. */
    static Map<String, Object> of(RunEvent event) {
        EventTree tree = new EventTree();
        tree.members.put("event", kebab(event.getClass().getSimpleName()));
        tree.addRun(event);
        return tree.members;
    }

    /** {@code RunStarted} as {@code run-started}, {@code PART_WAY} as {@code part-way}. */
    static String kebab(String name) {
        String hyphens = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").replace('_', '-');
        return hyphens.toLowerCase(Locale.ROOT);
    }

    private EventTree with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** What a run as a whole says; every other event is passed on, so that none is left out. */
    private void addRun(RunEvent event) {
        if (event instanceof RunEvent.RunStarted started) {
            with("run", started.run()).with("digest", started.digest());
            with("by", started.by()).with("how", started.how());
            started.span().until().ifPresent(phase -> with("until", phase));
            started.span().from().ifPresent(phase -> with("from", phase));
            if (!started.revisions().isEmpty()) {
                with("revisions", started.revisions());
            }
            started.folder().ifPresent(folder -> with("folder", folder));
        } else if (event instanceof RunEvent.Resumed resumed) {
            with("by", resumed.by()).with("last", resumed.last());
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            with("times", (long) interrupted.times()).with("running", texts(interrupted.running()));
        } else if (event instanceof RunEvent.RunEnded ended) {
            RunEvent.Summary summary = ended.summary();
            with("outcome", kebab(ended.outcome().name()))
                    .with("took", summary.took().toString());
            with("done", texts(summary.done())).with("not-asked", texts(summary.notAsked()));
            with("changed", summary.changed());
            with("failed", texts(summary.failed())).with("not-started", texts(summary.notStarted()));
            with("unknown", texts(summary.unknown()));
            summary.pausedAt().ifPresent(address -> with("paused-at", address));
        } else {
            addChange(event);
        }
    }

    private void addChange(RunEvent event) {
        if (event instanceof RunEvent.ChangeIntended intended) {
            with("step", intended.step().toString()).with("change", intended.change());
            with("guard", guard(intended.guard())).with("filled", intended.filled());
        } else if (event instanceof RunEvent.ChangeApplied applied) {
            with("step", applied.step().toString()).with("change", applied.change());
            with("uid", applied.uid()).with("version", applied.version());
        } else if (event instanceof RunEvent.ChangeFound found) {
            with("step", found.step().toString()).with("change", found.change()).with("why", found.why());
        } else if (event instanceof RunEvent.WalkedBack back) {
            with("step", back.step().toString()).with("change", back.change());
        } else if (event instanceof RunEvent.Stands stands) {
            with("step", stands.step().toString())
                    .with("change", stands.change())
                    .with("why", stands.why());
        } else if (event instanceof RunEvent.OutputKnown known) {
            with("step", known.step().toString()).with("output", known.output()).with("value", known.value());
        } else {
            addStep(event);
        }
    }

    private void addStep(RunEvent event) {
        if (event instanceof RunEvent.StepStarted started) {
            with("step", started.step().toString());
        } else if (event instanceof RunEvent.StepWaiting waiting) {
            with("step", waiting.step().toString()).with("reason", waiting.reason());
            with("measures", measures(waiting.measures()));
            with("since", waiting.since().toString())
                    .with("within", waiting.within().toString());
        } else if (event instanceof RunEvent.StepStaying staying) {
            with("step", staying.step().toString()).with("reason", staying.reason());
            with("hold", staying.hold().toString());
        } else if (event instanceof RunEvent.StepReady ready) {
            with("step", ready.step().toString()).with("reason", ready.reason());
            with("measures", measures(ready.measures()));
        } else if (event instanceof RunEvent.StepFailed failed) {
            with("step", failed.step().toString()).failure(failed.failure());
        } else {
            addQuestion(event);
        }
    }

    private void addQuestion(RunEvent event) {
        if (event instanceof RunEvent.Confirmed confirmed) {
            with("address", confirmed.address()).with("by", confirmed.by());
            with("how", confirmed.how()).with("reason", confirmed.reason());
        } else if (event instanceof RunEvent.Paused paused) {
            with("address", paused.address()).with("question", paused.question());
            paused.refusedBy().ifPresent(who -> with("refused-by", who));
        } else {
            addLock(event);
        }
    }

    private void addLock(RunEvent event) {
        if (event instanceof RunEvent.Locked locked) {
            lock(locked.cluster(), locked.lease()).with("fence", locked.fence());
            locked.from().ifPresent(who -> with("from", who));
            with("how", locked.how());
        } else if (event instanceof RunEvent.LockWatched watched) {
            lock(watched.cluster(), watched.lease()).with("holder", watched.holder());
            with("watched", watched.watched().toString());
        } else if (event instanceof RunEvent.NotLocked not) {
            lock(not.cluster(), not.lease()).with("why", not.why());
        } else if (event instanceof RunEvent.LockRefused refused) {
            failure(refused.failure());
        } else if (event instanceof RunEvent.LockLost lost) {
            lock(lost.cluster(), lost.lease()).with("why", lost.why());
        } else if (event instanceof RunEvent.Unlocked unlocked) {
            lock(unlocked.cluster(), unlocked.lease());
        } else if (event instanceof RunEvent.LockLeft left) {
            lock(left.cluster(), left.lease()).with("why", left.why());
        } else if (event instanceof RunEvent.Fenced fenced) {
            with("run", fenced.run()).with("by-its-plan", fenced.byItsPlan());
            with("objects", fenced.objects()).with("missing", fenced.missing()).with("open", fenced.open());
        } else {
            throw new IllegalStateException("please report: no journal line for " + event.getClass());
        }
    }

    private void failure(RunEvent.Failure failure) {
        with("code", failure.code()).with("summary", failure.summary()).with("details", failure.details());
    }

    private EventTree lock(String cluster, String lease) {
        return with("cluster", cluster).with("lease", lease);
    }

    private static Map<String, Object> guard(Guard guard) {
        return guard instanceof Guard.Unchanged unchanged
                ? pair("uid", unchanged.uid(), "version", unchanged.resourceVersion())
                : Map.of("create-only", true);
    }

    private static List<Object> measures(List<Measure> measures) {
        return measures.stream()
                .<Object>map(measure -> pair("name", measure.name(), "value", measure.value()))
                .toList();
    }

    /** In this order: a map made by {@code Map.of} has another one in each process. */
    private static Map<String, Object> pair(String name, Object value, String other, Object otherValue) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(name, value);
        pair.put(other, otherValue);
        return pair;
    }

    private static List<String> texts(List<?> addresses) {
        return addresses.stream().map(String::valueOf).toList();
    }
}
