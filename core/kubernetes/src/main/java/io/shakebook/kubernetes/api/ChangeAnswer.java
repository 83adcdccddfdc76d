// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.engine.change.Admission;
import io.shakebook.engine.change.Conflict;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.Holes;
import io.shakebook.engine.change.NoAnswer;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Refused;
import io.shakebook.engine.change.Stale;
import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.TypedPatch;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a server answers to a change, and says it in the terms of the ports. */
final class ChangeAnswer {
    /** Said by servers and by what stands in front of them; a 408 or 499 may come after the request was handed on. */
    private static final Set<Integer> IN_BETWEEN = Set.of(408, 425, 429, 499);

    private final ReadyChange change;

    ChangeAnswer(ReadyChange change) {
        this.change = change;
    }

    /** The object as it is, or would be; empty after a delete. */
    Optional<Manifest> read(Answer answer) throws Stale, Conflict, Refused, NoAnswer {
        if (answer.ok()) {
            return change.deletes() ? deleted(answer) : Optional.of(object(answer));
        }
        Failure failure = Failure.of(answer);
        demandNoConflict(failure);
        demandFresh(failure);
        boolean forGood = answer.code() >= 400 && answer.code() < 500 && !IN_BETWEEN.contains(answer.code());
        if (forGood || TypedPatch.refused(answer)) {
            String by = failure.isStatus() ? "" : "answer " + answer.code() + ", ";
            throw new Refused(answer.code(), by + words(failure), field(failure));
        }
        String words = change.object().shown() + ": answer " + answer.code() + ", " + words(failure);
        throw notBegun(answer, failure) ? NoAnswer.nothingDone(words) : new NoAnswer(words);
    }

    /**
     * A server that is overloaded turns requests away before it looks at them; so does who redirects them. A webhook is
     * asked before anything is stored.
     */
    private static boolean notBegun(Answer answer, Failure failure) {
        return answer.code() == 429
                || answer.code() == 425
                || (answer.code() >= 300 && answer.code() < 400)
                || Admission.failedWebhook(failure.message()).isPresent();
    }

    /**
     * A server answers with a Status or with what was deleted; a proxy's page says nothing about it, and a failure under
     * the code of a success is believed neither way.
     */
    private Optional<Manifest> deleted(Answer answer) throws NoAnswer {
        Optional<Manifest> told = Bodies.tryObject(answer);
        if (told.filter(Bodies::saysNo).isPresent()) {
            throw new NoAnswer(change.object().shown() + ": answer " + answer.code() + " with a failure, "
                    + words(Failure.of(answer)));
        }
        boolean said = told.map(body -> body.text("kind"))
                .filter(kind -> kind.equals("Status")
                        || kind.equals(change.object().kind().name()))
                .isPresent();
        if (!said) {
            throw new NoAnswer("the answer to the delete of " + change.object().shown()
                    + " is none of an API server: is nothing in between?");
        }
        return Optional.empty();
    }

    private Manifest object(Answer answer) throws NoAnswer {
        try {
            return Bodies.object(answer, change.object());
        } catch (Unreached e) {
            throw new NoAnswer(e.why());
        }
    }

    private void demandNoConflict(Failure failure) throws Conflict {
        Object body = change.body().<Object>map(Manifest::tree).orElse(List.of());
        List<Conflict.Owner> owners = failure.causes().stream()
                .filter(cause -> cause.reason().equals("FieldManagerConflict"))
                .map(cause ->
                        new Conflict.Owner(ServerPath.read(cause.field(), body), ServerPath.manager(cause.message())))
                .collect(Collectors.toList());
        if (failure.code() == 409 && !owners.isEmpty()) {
            throw new Conflict(owners);
        }
    }

    private void demandFresh(Failure failure) throws Stale {
        String object = change.object().shown();
        if (failure.code() == 409 && failure.isStatus()) {
            throw new Stale(
                    change.guard() instanceof Guard.Missing
                            ? object + " is there already"
                            : object + " is not as it was read: it was changed or deleted since");
        }
        boolean otherUid = failure.code() == 422
                && change.guard() instanceof Guard.Unchanged
                && failure.causes().stream().anyMatch(cause -> cause.field().equals("metadata.uid"));
        if (otherUid) {
            throw new Stale(object + " is not the one that was read: it was deleted and made again since");
        }
        if (failure.code() == 404 && change.deletes() && failure.reason().equals("NotFound")) {
            throw new Stale(object + " is not there any more");
        }
    }

    /** A server quotes the values that it refuses; so of a body that holds secrets only field and reason are told. */
    private String words(Failure failure) {
        if (!confidential(change)) {
            return (failure.isStatus() ? failure.message() : "without an explanation") + failure.hint();
        }
        String causes = failure.causes().stream()
                .map(cause -> cause.field() + ": " + cause.reason())
                .collect(Collectors.joining(", "));
        return (failure.reason().isEmpty() ? "refused" : failure.reason())
                + (causes.isEmpty() ? "" : " (" + causes + ")")
                + "; the server's words are left out, for they may hold a secret";
    }

    /** Whether an answer's words may hold a secret. */
    static boolean confidential(ReadyChange change) {
        return change.object().kind().equals(Kind.SECRET)
                || change.body()
                        .filter(body -> !Holes.secretsIn(body.tree()).isEmpty())
                        .isPresent();
    }

    private static Optional<FieldPath> field(Failure failure) {
        return failure.causes().stream()
                .map(Failure.Cause::field)
                .filter(field -> !field.isEmpty() && !field.equals("[]")) // the object as a whole
                .findFirst()
                .flatMap(ServerPath::plain);
    }
}
