// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import io.shakebook.engine.change.Guard;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Span;
import io.shakebook.spi.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything observable of a run. Reporters and the journal see nothing else. None carries a secret. */
public sealed interface RunEvent {

    /**
     * @param how {@code prompt}, {@code --yes}, {@code nothing to change}
     * @param span which phases are walked
     * @param revisions of the playbook and of the inventory, as far as they came from a repository: the whole commit
     * @param folder that relative paths of the plan are relative to; empty if that is not said
     */
    record RunStarted(
            String run,
            String digest,
            String by,
            String how,
            Span span,
            Map<String, String> revisions,
            Optional<String> folder)
            implements RunEvent {
        /** Of the whole plan. */
        public RunStarted(String run, String digest, String by, String how) {
            this(run, digest, by, how, Span.WHOLE, Map.of(), Optional.empty());
        }
    }

    /**
     * A lock was taken.
     *
     * @param lease with its namespace
     * @param fence how often it changed hands, with this time
     * @param from who held it before and did not give it back; empty if nobody did
     * @param how {@code free}, {@code expired}, {@code resumed} or {@code --take-over}
     */
    record Locked(String cluster, String lease, long fence, Optional<String> from, String how) implements RunEvent {}

    /** A lock looks expired by our clock, and is watched for so long before it is taken. */
    record LockWatched(String cluster, String lease, String holder, Duration watched) implements RunEvent {}

    /** A site that may be down gave no answer, so nothing is locked there. */
    record NotLocked(String cluster, String lease, String why) implements RunEvent {}

    /** A lock could not be taken, so nothing was begun. */
    record LockRefused(Failure failure) implements RunEvent {}

    /**
     * What an interrupted run may still want to write was touched, so that its late writes are refused.
     *
     * @param run that was interrupted
     * @param byItsPlan whether its own plan was found; otherwise the objects are those of the plan at hand
     * @param objects with their clusters
     * @param missing what the run would make and is not there: that it still makes it cannot be prevented
     * @param open what could not be touched, and why
     */
    record Fenced(String run, boolean byItsPlan, List<String> objects, List<String> missing, Map<String, String> open)
            implements RunEvent {}

    /** A lock is not ours any more, or that is not known: nothing further is written. */
    record LockLost(String cluster, String lease, String why) implements RunEvent {}

    /** A lock was given back. */
    record Unlocked(String cluster, String lease) implements RunEvent {}

    /** A lock could not be given back; it expires by itself. */
    record LockLeft(String cluster, String lease, String why) implements RunEvent {}

    /**
     * A run that was cut off goes on.
     *
     * @param last number of the journal's last line before
     */
    record Resumed(String by, long last) implements RunEvent {}

    /** A step is looked at: its facts and its object are read again. */
    record StepStarted(StepAddress step) implements RunEvent {}

    /**
     * On disk before the effect.
     *
     * @param filled values of pending parts, by output: {@code sync/expose/source-service[0].node-port}
     */
    record ChangeIntended(StepAddress step, String change, Guard guard, Map<String, Object> filled)
            implements RunEvent {}

    record ChangeApplied(StepAddress step, String change, String uid, String version) implements RunEvent {}

    /** The live object already is as the change wants it, so nothing was written. */
    record ChangeFound(StepAddress step, String change, String why) implements RunEvent {}

    record OutputKnown(StepAddress step, String output, Object value) implements RunEvent {}

    record StepWaiting(StepAddress step, String reason, List<Measure> measures, Duration since, Duration within)
            implements RunEvent {}

    /** A step is ready, and must stay so for a time. */
    record StepStaying(StepAddress step, String reason, Duration hold) implements RunEvent {}

    record StepReady(StepAddress step, String reason, List<Measure> measures) implements RunEvent {}

    record StepFailed(StepAddress step, Failure failure) implements RunEvent {}

    /**
     * A person answered a question.
     *
     * @param address of the confirm step, or of the phase with the point of no return
     * @param how {@code prompt} or {@code --confirm}
     */
    record Confirmed(String address, String by, String how, String reason) implements RunEvent {}

    /**
     * A question that was not answered with yes.
     *
     * @param refusedBy who answered no; empty if nobody answered
     */
    record Paused(String address, String question, Optional<String> refusedBy) implements RunEvent {}

    /**
     * A signal asked the run to stop.
     *
     * @param times 1: nothing new is started; 2: stop at the next safe point
     */
    record Interrupted(int times, List<StepAddress> running) implements RunEvent {}

    /** After a failure, a change of this run does not stand any more. */
    record WalkedBack(StepAddress step, String change) implements RunEvent {}

    /** After a failure, a change of this run that was to be walked back stands. */
    record Stands(StepAddress step, String change, String why) implements RunEvent {}

    record RunEnded(Outcome outcome, Summary summary) implements RunEvent {}

    /**
     * Why a step failed, in words of the playbook.
     *
     * @param code as of a diagnostic: {@code not-ready}, {@code stale}, {@code conflict}, {@code refused}
     * @param details pairs such as {@code cause}, {@code check}, in order
     */
    record Failure(String code, String summary, Map<String, String> details) {}

    /** How a run ended; one for each exit code that a run can have. */
    enum Outcome {
        DONE,
        FAILED_NOTHING_CHANGED,
        FAILED_PART_WAY,
        STALE,
        REFUSED,
        PAUSED,
        UNREACHABLE,
        /** Somebody else holds a lock, or got it before anything was written. */
        LOCKED,
        INTERRUPTED,
        /** The journal could not be written, so nothing further was. */
        JOURNAL_BROKEN
    }

    /**
     * What stands when a run ends: addresses of steps, ids of changes.
     *
     * @param notAsked confirmations that a plan without changes passes by; they are not done
     */
    record Summary(
            List<StepAddress> done,
            List<StepAddress> notAsked,
            List<String> changed,
            List<StepAddress> failed,
            List<StepAddress> notStarted,
            List<StepAddress> unknown,
            Duration took,
            Optional<String> pausedAt) {}
}
