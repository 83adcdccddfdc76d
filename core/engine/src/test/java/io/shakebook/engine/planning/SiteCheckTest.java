// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.engine.change.Clusters;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteCheckTest {
    private static final String GATE = "gate: { name-like: x }";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void eachSiteThatAStepOrAParameterNamesIsAskedOnce() throws Exception {
        SitesSeen seen = look("type: store-pair", step("east", GATE), step("east", GATE));
        assertThat(asked).containsExactlyInAnyOrder("east", "west");
        assertThat(seen.clusters().get("east").identity()).isEqualTo("uid-east");
        assertThat(seen.clusters().get("east").about()).isEqualTo("about east");
        assertThat(seen.dark()).containsExactlyEntriesOf(Map.of("west", "connection refused"));
    }

    @Test
    void aSiteThatMayBeDownIsAskedOnlyIfAStepActsThere() throws Exception {
        SitesSeen seen = look("type: store-pair, may-be-down: [primary]", step("east", GATE));
        assertThat(asked).containsExactly("east");
        assertThat(seen.dark()).isEmpty();
        asked.clear();
        seen = look("type: store-pair, may-be-down: [primary]", step("west", GATE));
        assertThat(asked).containsExactlyInAnyOrder("east", "west");
        assertThat(seen.dark()).containsKey("west");
    }

    @Test
    void aSiteThatWasAskedAlreadyIsNotAskedAgainWhateverItSaid() throws Exception {
        SiteCheck check = new SiteCheck(new TwoSites(), threads);
        check.begin(Set.of("east", "west"));
        SitesSeen seen = check.look(site("type: store-pair", step("east", GATE)).expand("t", Optional.empty()));
        assertThat(asked).containsExactlyInAnyOrder("east", "west");
        assertThat(seen.dark()).containsOnlyKeys("west");
        assertThat(seen.clusters()).containsOnlyKeys("east", "west");
    }

    @Test
    void whatAStepReadsWaitsUntilItIsKnownWhetherTheSiteIsDark() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        SiteCheck check = new SiteCheck(new TwoSites(), threads);
        threads.submit(() -> answer.await(20, TimeUnit.SECONDS)); // before the sites' own questions
        threads.submit(() -> answer.await(20, TimeUnit.SECONDS));
        check.begin(Set.of("west"));
        CompletableFuture<String> said = new CompletableFuture<>();
        Thread step = new Thread(() -> {
            try {
                new LitClusters(new TwoSites(), check::dark).view("west").get(new ObjectRef(Kind.SECRET, "a", "b"));
            } catch (Unanswered | RuntimeException e) {
                said.complete(e.getMessage());
            }
        });
        step.setDaemon(true);
        step.start();
        while (step.getState() != Thread.State.WAITING && !said.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(said).isNotDone();
        answer.countDown();
        assertThat(said.get(20, TimeUnit.SECONDS)).isEqualTo("connection refused");
        assertThat(check.dark("north")).as("never asked").isEmpty();
    }

    @Test
    void whatIsAskedBeforeTheStepsAreKnownIsAskedInAnyCase() throws Exception {
        String down = "type: store-pair, may-be-down: [primary]";
        assertThat(sure("type: store-pair", step("west", "confirm: Done"))).containsExactlyInAnyOrder("east", "west");
        assertThat(sure(down, step("west", GATE))).containsExactlyInAnyOrder("east", "west");
        assertThat(sure(down, step("west", GATE + ", when: pair.primary.cluster.name == \"x\"")))
                .containsExactly("east");
        assertThat(sure(down, step("${pair.primary.cluster}", GATE))).containsExactly("east");
        assertThat(sure(down, step("west", "confirm: Done"))).containsExactly("east");
    }

    private static Set<String> sure(String parameter, String... phases) throws Exception {
        return SureSites.of(site(parameter, phases).check("t", Map.of()).root());
    }

    @Test
    void aQuestionToAPersonContactsNobody() throws Exception {
        look("type: store-pair, may-be-down: [primary]", step("west", "confirm: Done"));
        assertThat(asked).containsExactly("east");
    }

    @Test
    void whatIsNotPinnedIsSaidWithTheLinesToCopy() throws Exception {
        assertThat(look("type: store-pair", step("east", GATE)).warnings())
                .containsExactly("the inventory does not pin the cluster \"east\": context x leads to y; to refuse any"
                        + " other one, write below it\n    identity: uid-east");
    }

    @Test
    void aDarkSiteIsNotAskedAgain() throws Exception {
        Clusters lit = new LitClusters(
                new TwoSites(), name -> Optional.of("connection refused").filter(why -> name.equals("west")));
        assertThatThrownBy(() -> lit.view("west").get(new ObjectRef(Kind.SECRET, "a", "b")))
                .isInstanceOfSatisfying(
                        Unanswered.class, e -> assertThat(e.cluster()).isEqualTo("west"))
                .hasMessage("connection refused");
        assertThatThrownBy(() -> lit.view("west").list(Kind.POD, "a", Map.of())).hasMessage("connection refused");
        assertThatThrownBy(() -> lit.view("west").lastLogLines(new ObjectRef(Kind.POD, "a", "b"), "c", 1))
                .hasMessage("connection refused");
        assertThatThrownBy(() -> lit.identity("west")).hasMessage("connection refused");
        assertThat(lit.identity("east")).isEqualTo("uid-east");
        assertThat(asked).containsExactly("east");
    }

    private SitesSeen look(String parameter, String... phases) throws Exception {
        return new SiteCheck(new TwoSites(), threads)
                .look(site(parameter, phases).expand("t", Optional.empty()));
    }

    private static Site site(String parameter, String... phases) {
        StringBuilder text = new StringBuilder("playbook: t\nparameters:\n  pair: { " + parameter + " }\nphases:\n");
        for (int number = 0; number < phases.length; number++) {
            text.append("  - name: p" + number + "\n" + phases[number].replace("NUMBER", String.valueOf(number)));
        }
        return Site.of(Map.of("t.yaml", text.toString()));
    }

    private static String step(String cluster, String what) {
        return "    cluster: " + cluster + "\n    namespace: apps\n    steps: [{ name: sNUMBER, " + what + " }]\n";
    }

    private record UnreadView(String name) implements ClusterView {
        @Override
        public Optional<Manifest> get(ObjectRef ref) {
            throw new IllegalStateException("nothing is read");
        }

        @Override
        public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) {
            throw new IllegalStateException("nothing is read");
        }

        @Override
        public List<String> lastLogLines(ObjectRef pod, String container, int lines) {
            throw new IllegalStateException("nothing is read");
        }
    }

    /** West is dark. */
    private final class TwoSites implements Clusters {
        @Override
        public ClusterView view(String cluster, Duration atMost) {
            return view(cluster);
        }

        @Override
        public ClusterView view(String cluster) {
            return new UnreadView(cluster);
        }

        @Override
        public String identity(String cluster) throws Unanswered {
            asked.add(cluster);
            if (cluster.equals("west")) {
                throw new Unanswered(cluster, "connection refused");
            }
            return "uid-" + cluster;
        }

        @Override
        public Optional<Unpinned> unpinned(String cluster) {
            return Optional.of(new Unpinned("context x leads to y", List.of("identity: uid-" + cluster)));
        }

        @Override
        public String about(String cluster) {
            return "about " + cluster;
        }

        @Override
        public void awaitChange(Set<Interest> interests, Duration longest) {
            throw new IllegalStateException("nothing is waited for");
        }
    }
}
