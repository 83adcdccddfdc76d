// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** A repository of the cache, and what is known of it. */
record Cached(Path folder, Stamp stamp, Limits limits) {

    /** Empty if it was not written by us, or is broken. */
    static Optional<Cached> at(Path folder, RemoteSettings settings) {
        return Stamp.of(folder).map(stamp -> new Cached(folder, stamp, settings.limits()));
    }

    /** Empty if it does not go back so far, or if anything is missing. */
    Optional<ObjectId> commit(TypedRef ref) {
        try (LimitedRepository repository = LimitedRepository.at(folder, limits, () -> {})) {
            return Whole.commit(repository, stamp.tip(), ref.steps());
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** The end of the branch, or what the tag points at. */
    Optional<ObjectId> end() {
        try (LimitedRepository repository = LimitedRepository.at(folder, limits, () -> {})) {
            return Optional.ofNullable(repository.resolve(stamp.tip() + "^{commit}"));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Without asking anybody; says how old it is. */
    Optional<Fetched> find(TypedRef ref, Clock clock) {
        String age = Told.duration(Duration.between(stamp.asked(), clock.instant()));
        return commit(ref)
                .map(commit -> fetched(
                        ref,
                        commit,
                        List.of(ref.typed() + " is as it was " + age + " ago ("
                                + stamp.asked().truncatedTo(ChronoUnit.SECONDS) + "), since nobody was asked")));
    }

    Fetched fetched(TypedRef ref, ObjectId commit, List<String> notes) {
        Optional<String> branch = ref.steps().isEmpty() ? stamp.branch() : Optional.empty();
        return new Fetched(folder, commit.name(), ref.typed(), branch, stamp.asked(), notes);
    }
}
