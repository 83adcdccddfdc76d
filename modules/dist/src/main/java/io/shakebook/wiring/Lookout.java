// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.ClusterState;
import io.shakebook.cli.ClusterState.Dark;
import io.shakebook.cli.ClusterState.Lit;
import io.shakebook.cli.LocalFault;
import io.shakebook.engine.change.Clusters.Unpinned;
import io.shakebook.kubernetes.Deadlines;
import io.shakebook.kubernetes.KubernetesClusters;
import io.shakebook.kubernetes.Sight;
import io.shakebook.spi.Unanswered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks several clusters something at once. None waits for another, and none longer than a deadline of its own. */
final class Lookout {
    /** For a look at a cluster: all tries of a question together take no longer than one connection may. */
    static final Deadlines SHORT = new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

    /** A name server or a command for credentials can take longer than any deadline of a request. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Lookout() {}

    /** A question to one cluster. */
    interface Question<T> {
        T ask(String cluster) throws Unanswered;
    }

    /** An answer, or why there is none. */
    record Answer<T>(String cluster, Optional<T> given, String why) {}

    /** In the order of the names. @throws LocalFault if this thread is interrupted */
    static <T> List<Answer<T>> ask(List<String> clusters, Question<T> question) throws LocalFault {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "look");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Answer<T>>> work = new ArrayList<>();
            clusters.forEach(cluster -> work.add(() -> answer(cluster, question)));
            List<Future<Answer<T>>> done = threads.invokeAll(work, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            List<Answer<T>> answers = new ArrayList<>();
            for (int at = 0; at < done.size(); at++) {
                answers.add(result(clusters.get(at), done.get(at)));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("the look at the clusters was interrupted", "try again");
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Answer<T> answer(String cluster, Question<T> question) {
        try {
            return new Answer<>(cluster, Optional.of(question.ask(cluster)), "");
        } catch (Unanswered e) {
            return new Answer<>(cluster, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static <T> Answer<T> result(String cluster, Future<Answer<T>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (CancellationException late) {
            String why = "no answer within " + LONGEST.toSeconds() + " s, be it of the server or of what is asked"
                    + " before: its name server, or a command for credentials";
            return new Answer<>(cluster, Optional.empty(), why);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** All that {@code shakebook clusters} shows of them. */
    static List<ClusterState> states(List<String> names, KubernetesClusters clusters) throws LocalFault {
        return ask(names, name -> lit(name, clusters)).stream()
                .map(answer -> new ClusterState(
                        answer.cluster(),
                        clusters.about(answer.cluster()),
                        answer.given().<ClusterState.Found>map(lit -> lit).orElseGet(() -> new Dark(answer.why()))))
                .toList();
    }

    private static Lit lit(String name, KubernetesClusters clusters) throws Unanswered {
        Sight sight = clusters.sight(name);
        List<String> unpinned = clusters.unpinned(name).map(Unpinned::lines).orElse(List.of());
        return new Lit(sight.version(), sight.identity(), sight.who(), sight.latency(), unpinned);
    }
}
