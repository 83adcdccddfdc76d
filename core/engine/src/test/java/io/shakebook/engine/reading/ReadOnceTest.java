// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ReadOnceTest {
    private final CountedCluster live = new CountedCluster();
    private final ClusterView view = new ReadOnce(live, live).view("site");

    @Test
    void fiftyObjectsOfTwoKindsTakeSixRequests() throws Exception {
        List<Callable<Optional<Manifest>>> asking = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            ObjectRef config = ref(Kind.CONFIG_MAP, "c" + number);
            ObjectRef service = ref(Kind.SERVICE, "s" + number);
            live.with(Manifest.of(config, Map.of())).with(Manifest.of(service, Map.of()));
            asking.add(() -> view.get(config));
            asking.add(() -> view.get(service));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Optional<Manifest>> answer : threads.invokeAll(asking)) {
                assertThat(answer.get()).isPresent();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(live.requests()).as(live.requests()::toString).hasSize(6);
        assertThat(live.requests().stream().filter(one -> one.startsWith("list")))
                .containsExactlyInAnyOrder("list ConfigMap if at most 530", "list Service if at most 530");
    }

    @Test
    void manyThatAreExpectedAreListedFromTheStart() throws Exception {
        fill(25);
        ClusterView view = expecting(25, "ns");
        for (int number = 0; number < 25; number++) {
            assertThat(view.get(ref(Kind.CONFIG_MAP, "c" + number))).isPresent();
        }
        assertThat(live.requests()).containsExactly("list ConfigMap if at most 750");
    }

    @Test
    void aFewThatAreExpectedOrManyElsewhereAreNot() throws Exception {
        fill(2);
        for (ClusterView view : List.of(expecting(9, "ns"), expecting(25, "other"))) {
            view.get(ref(Kind.CONFIG_MAP, "c0"));
            view.get(ref(Kind.CONFIG_MAP, "c1"));
        }
        assertThat(live.requests()).hasSize(4).noneMatch(request -> request.startsWith("list"));
    }

    /** As one of many steps asks, however many others of other modules there are. */
    private ClusterView expecting(int steps, String namespace) {
        Expected expected = new Expected();
        for (int number = 0; number < steps; number++) {
            expected.step("configmap", "site", namespace);
            expected.step("other-" + number, "site", "ns");
        }
        ReadOnce once = new ReadOnce(live, live);
        once.expect(expected);
        return once.view("site");
    }

    @Test
    void whatIsNotInTheListIsNotThere() throws Exception {
        fill(3);
        for (int number = 0; number < 6; number++) {
            assertThat(view.get(ref(Kind.CONFIG_MAP, "c" + number)).isPresent()).isEqualTo(number < 3);
        }
        assertThat(live.requests()).hasSize(3);
    }

    @Test
    void oneStateIsSeenUntilTheEnd() throws Exception {
        Manifest first = fill(1);
        assertThat(view.get(first.ref())).contains(first);
        live.with(Manifest.of(first.ref(), Map.of("data", Map.of("a", "changed since"))));
        view.list(Kind.CONFIG_MAP, "ns", Map.of());
        assertThat(view.get(first.ref())).contains(first);
    }

    @Test
    void aCollectionThatIsFarLargerThanWhatIsAskedForIsNotRead() throws Exception {
        fill(3000);
        for (int number = 0; number < 60; number++) {
            view.get(ref(Kind.CONFIG_MAP, "c" + number));
        }
        assertThat(live.requests().stream().filter(one -> one.startsWith("list")))
                .as("tried at the third, and once more at ten times as many")
                .containsExactly("list ConfigMap if at most 530", "list ConfigMap if at most 800");
        assertThat(live.requests()).hasSize(62);
    }

    @Test
    void whoMayNotListStillReadsByName() throws Exception {
        fill(20);
        live.withoutListing();
        for (int number = 0; number < 20; number++) {
            assertThat(view.get(ref(Kind.CONFIG_MAP, "c" + number))).isPresent();
        }
        assertThat(live.requests()).hasSize(21);
        assertThatThrownBy(() -> view.list(Kind.CONFIG_MAP, "ns", Map.of())).isInstanceOf(Forbidden.class);
    }

    @Test
    void secretsAreReadByNameHoweverMany() throws Exception {
        for (int number = 0; number < 20; number++) {
            view.get(ref(Kind.SECRET, "s" + number));
            view.get(ref(Kind.SECRET, "s" + number));
        }
        assertThat(live.requests()).hasSize(20).allMatch(one -> one.startsWith("get Secret"));
    }

    @Test
    void aListByLabelsIsServedFromAWholeOne() throws Exception {
        Map<String, String> red = Map.of("colour", "red");
        live.with(labelled("a", red))
                .with(labelled("b", Map.of("colour", "blue")))
                .with(labelled("c", Map.of()));
        assertThat(view.list(Kind.POD, "ns", red))
                .extracting(pod -> pod.ref().name())
                .containsExactly("a");
        assertThat(view.list(Kind.POD, "ns", Map.of())).hasSize(3);
        assertThat(view.list(Kind.POD, "ns", red))
                .extracting(pod -> pod.ref().name())
                .containsExactly("a");
        assertThat(view.list(Kind.POD, "ns", Map.of("colour", "blue"))).hasSize(1);
        assertThat(view.get(ref(Kind.POD, "c"))).isPresent();
        assertThat(live.requests()).containsExactly("list Pod {colour=red}", "list Pod");
    }

    @Test
    void aClusterWithoutAnAnswerIsAskedOnce() {
        live.silent();
        for (int number = 0; number < 5; number++) {
            ObjectRef ref = ref(Kind.CONFIG_MAP, "c" + number);
            assertThatThrownBy(() -> view.get(ref))
                    .isInstanceOf(Unanswered.class)
                    .hasMessage("connection refused");
        }
        assertThat(live.requests()).hasSize(1);
    }

    private Manifest fill(int number) {
        for (int at = 0; at < number; at++) {
            live.with(Manifest.of(ref(Kind.CONFIG_MAP, "c" + at), Map.of()));
        }
        return Manifest.of(ref(Kind.CONFIG_MAP, "c0"), Map.of());
    }

    private static Manifest labelled(String name, Map<String, String> labels) {
        Manifest plain = Manifest.of(ref(Kind.POD, name), Map.of());
        return new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Map.of("name", plain.ref().name(), "namespace", plain.ref().namespace(), "labels", labels)));
    }

    private static ObjectRef ref(Kind kind, String name) {
        return new ObjectRef(kind, "ns", name);
    }
}
