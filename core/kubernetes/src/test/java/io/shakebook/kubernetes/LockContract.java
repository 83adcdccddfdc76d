// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.change.ChangeWriter;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Stale;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.lock.Holder;
import io.shakebook.engine.lock.LeaseLock;
import io.shakebook.engine.lock.LockLost;
import io.shakebook.engine.lock.NotLocked;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.LeaseName;
import io.shakebook.formats.StandardFileFormats;
import io.shakebook.spi.ClusterView;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** What locks must do on any API server, in time that is played. Each test has a namespace of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LockContract {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final StartedPorts ports;
    private KubernetesClusters clusters;
    private ChangeWriter writer;
    private ClusterView view;
    private String namespace = "";
    private PlayedLockTime time = new PlayedLockTime();
    private final List<RunEvent> events = new ArrayList<>();

    LockContract(StartedPorts ports) {
        this.ports = ports;
    }

    @BeforeAll
    void open() throws Exception {
        clusters = ports.start();
        writer = clusters.writer(new StandardFileFormats());
        view = clusters.view(ClusterPortsContract.CLUSTER);
    }

    @AfterAll
    void close() throws Exception {
        if (clusters != null) {
            clusters.close();
        }
        ports.stop();
    }

    @BeforeEach
    void makeNamespace(TestInfo test) throws Exception {
        namespace = test.getTestMethod()
                .orElseThrow()
                .getName()
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        write(new Manifest(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", namespace))));
        time = new PlayedLockTime();
        events.clear();
    }

    private Manifest write(Manifest body) throws Exception {
        ReadyChange change = new ReadyChange(
                ClusterPortsContract.CLUSTER,
                body.ref(),
                Optional.of(body),
                new Guard.Missing(),
                "shakebook.test",
                false);
        return writer.write(change, SOON).live().orElseThrow();
    }

    private LeaseName name() {
        return LeaseName.ofEntry(namespace, "web");
    }

    private RunLock.Hold take(String run, Optional<String> takeOver) throws Exception {
        LeaseLock lock = new LeaseLock(clusters, writer, time, interrupted -> Optional.empty(), takeOver);
        return lock.take(new RunLock.Request(
                LockPlan.of(name(), config()), new Holder("li@ops-1", run), this::says, () -> false, () -> {}));
    }

    private synchronized void says(RunEvent event) {
        events.add(event);
    }

    private ObjectRef config() {
        return new ObjectRef(Kind.CONFIG_MAP, namespace, "settings");
    }

    private Manifest lease() throws Exception {
        return view.get(name().ref()).orElseThrow();
    }

    @Test
    void aLockIsTakenRenewedAndGivenBack() throws Exception {
        RunLock.Hold hold = take("r-1", Optional.empty());
        assertThat(lease().text("spec", "holderIdentity")).isEqualTo("li@ops-1 r-1");
        assertThat(lease().text("spec", "renewTime")).isEqualTo("2026-11-22T21:00:00.000000Z");

        time.beat(Duration.ofSeconds(10));
        hold.demand(ClusterPortsContract.CLUSTER);
        assertThat(lease().text("spec", "acquireTime")).isEqualTo("2026-11-22T21:00:00.000000Z");
        assertThat(lease().text("spec", "renewTime")).isEqualTo("2026-11-22T21:00:10.000000Z");

        hold.release();
        assertThat(lease().at("spec", "holderIdentity")).isEmpty();
        assertThat(lease().number("spec", "leaseTransitions")).contains(1L);
        take("r-2", Optional.empty()).release();
        assertThat(lease().number("spec", "leaseTransitions")).contains(2L);
    }

    @Test
    void ofManyWhoWantALockAtOnceOneGetsIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int run = 0; run < 8; run++) {
                String id = "r-" + run;
                all.add(() -> {
                    try {
                        take(id, Optional.empty());
                        return true;
                    } catch (NotLocked e) {
                        return false;
                    }
                });
            }
            int got = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                got += one.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
            assertThat(lease().number("spec", "leaseTransitions")).contains(1L);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsHeldIsRefusedAndWhatExpiredIsWatchedAndTaken() throws Exception {
        take("r-1", Optional.empty());
        NotLocked held = catchThrowableOfType(NotLocked.class, () -> take("r-2", Optional.empty()));
        assertThat(held.failure().details()).containsEntry("run", "r-1").containsEntry("holder", "li@ops-1");

        time.beats().clear(); // whoever holds it is dead
        time.pass(Duration.ofSeconds(31));
        take("r-2", Optional.empty());
        assertThat(lease().text("spec", "holderIdentity")).isEqualTo("li@ops-1 r-2");
        assertThat(events).anyMatch(RunEvent.LockWatched.class::isInstance);
    }

    @Test
    void thePausedHoldersLateWriteIsRefused() throws Exception {
        Manifest seen = write(Manifest.of(config(), Map.of("data", Map.of("k", "before"))));
        RunLock.Hold first = take("r-1", Optional.empty());
        first.demand(ClusterPortsContract.CLUSTER);
        ReadyChange late = new ReadyChange(
                ClusterPortsContract.CLUSTER,
                config(),
                Optional.of(Manifest.of(config(), Map.of("data", Map.of("k", "late")))),
                new Guard.Unchanged(seen.uid(), seen.resourceVersion()),
                "shakebook.test",
                false);

        take("r-2", Optional.of("r-1"));

        assertThatThrownBy(() -> first.demand(ClusterPortsContract.CLUSTER))
                .as("who was not paused, and looked a moment ago")
                .isInstanceOf(LockLost.class)
                .hasMessageContaining("run r-2 of li@ops-1");
        assertThatThrownBy(() -> writer.write(late, SOON)).isInstanceOf(Stale.class);
        Manifest now = view.get(config()).orElseThrow();
        assertThat(now.text("data", "k")).isEqualTo("before");
        assertThat(now.text("metadata", "annotations", "shakebook.io/fence")).isEqualTo("1");
        assertThat(lease().map("metadata", "annotations"))
                .as("nobody is left to be fenced")
                .isEmpty();

        take("r-3", Optional.of("r-2"));
        assertThat(view.get(config()).orElseThrow().text("metadata", "annotations", "shakebook.io/fence"))
                .isEqualTo("2");
    }

    @Test
    void aDeletedLeaseIsLostAndNotMadeAgain() throws Exception {
        RunLock.Hold hold = take("r-1", Optional.empty());
        Manifest lease = lease();
        writer.write(
                new ReadyChange(
                        ClusterPortsContract.CLUSTER,
                        name().ref(),
                        Optional.empty(),
                        new Guard.Unchanged(lease.uid(), lease.resourceVersion()),
                        "shakebook.test",
                        false),
                SOON);
        time.pass(Duration.ofSeconds(21));
        assertThatThrownBy(() -> hold.demand(ClusterPortsContract.CLUSTER))
                .isInstanceOf(LockLost.class)
                .hasMessageContaining("the Lease was deleted");
        hold.release();
        assertThat(view.get(name().ref())).isEmpty();
    }

    @Test
    void aNamespaceThatIsMissingIsSaid() {
        namespace = "nowhere";
        NotLocked refused = catchThrowableOfType(NotLocked.class, () -> take("r-1", Optional.empty()));
        assertThat(refused.failure().code()).isEqualTo("refused");
        assertThat(refused.failure().summary()).contains("nowhere/shakebook-web", "namespaces \"nowhere\" not found");
    }
}
