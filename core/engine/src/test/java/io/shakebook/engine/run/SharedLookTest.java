// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Outcome;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.planning.ConfFormat;
import io.shakebook.spi.Desired;
import io.shakebook.spi.Doc;
import io.shakebook.spi.ModuleSpec;
import io.shakebook.spi.NoOutputs;
import io.shakebook.spi.StepModule;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.World;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SharedLookTest {
    private final OneCluster cluster = new OneCluster();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T14:02:11Z"), ZoneOffset.UTC);
    private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void fiftyObjectsThatStayAsTheyAreTakeAHandfulOfRequests() {
        PlanSketch sketch = new PlanSketch().phase("one");
        for (int number = 0; number < 50; number++) {
            thereIs("c" + number);
            sketch.unchanged("one/c" + number);
        }

        assertThat(run(sketch.plan())).isEqualTo(Outcome.DONE);
        assertThat(cluster.requests()).isBetween(1, 6);
    }

    @Test
    void whatAnEarlierStepOfTheRunWroteIsSeenByALaterOne() {
        thereIs("a");
        Plan plan = new PlanSketch()
                .phase("one")
                .unchanged("one/a")
                .phase("two")
                .changing("two/b")
                .phase("three")
                .unchanged("three/a")
                .plan();

        assertThat(run(plan)).isEqualTo(Outcome.DONE);
        assertThat(seenBy("one/a")).isEqualTo("a");
        assertThat(seenBy("three/a")).isEqualTo("a b");
    }

    @Test
    void aReadingIsSharedUntilItIsOldOrTheRunWaitsOrWrites() {
        Instant[] now = {clock.instant()};
        Clock ticking = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        SharedLook look = new SharedLook(cluster, cluster, ticking);
        Object first = look.clusters().orElseThrow();

        assertThat(look.clusters().orElseThrow()).isSameAs(first);
        now[0] = now[0].plusSeconds(3);
        assertThat(look.clusters().orElseThrow()).isNotSameAs(first);
        look.end();
        assertThat(look.clusters()).isEmpty();
    }

    private void thereIs(String name) {
        cluster.with(Manifest.of(new ObjectRef(Kind.CONFIG_MAP, "space", name), Map.of()));
    }

    private String seenBy(String step) {
        return events.stream()
                .filter(event -> event instanceof RunEvent.StepReady ready
                        && ready.step().toString().equals(step))
                .map(event -> ((RunEvent.StepReady) event).reason())
                .findFirst()
                .orElseThrow();
    }

    private Outcome run(Plan plan) {
        Secrets secrets = ref -> {
            throw new Secrets.Missing(ref);
        };
        ConfFormat formats = new ConfFormat();
        RunPorts ports = new RunPorts(
                cluster,
                cluster,
                cluster,
                cluster,
                new StaleCheck(secrets, formats),
                formats,
                new Catalog(List.of(new Thing()), List.of(), List.of()),
                RunLock.NONE,
                clock);
        return new PlanRun(
                        plan,
                        ports,
                        (address, question) -> Optional.empty(),
                        event -> {},
                        events::add,
                        new StopSignal())
                .run(new RunEvent.RunStarted("r-1", "sha256:0", "test", "--yes"))
                .outcome();
    }

    /** Is there when its object is; says what else it saw. */
    private static final class Thing implements StepModule<Thing.Args, NoOutputs> {

        /** Which object. */
        record Args(@Doc("name of the object") String name) {}

        @Override
        public ModuleSpec<Args, NoOutputs> spec() {
            return new ModuleSpec<>("thing", "", "", Args.class, NoOutputs.class, false, List.of(), List.of());
        }

        @Override
        public Desired<NoOutputs> want(Args args, World world) {
            throw new IllegalStateException("a run does not ask a module what it wants");
        }

        @Override
        public Verdict verify(Args args, World world) throws Unanswered {
            ObjectRef ref = new ObjectRef(Kind.CONFIG_MAP, world.namespace(), args.name());
            String all = world.here().list(Kind.CONFIG_MAP, world.namespace(), Map.of()).stream()
                    .map(object -> object.ref().name())
                    .sorted()
                    .collect(Collectors.joining(" "));
            return world.here().get(ref).isPresent() ? Verdict.ready(all) : Verdict.waiting("missing");
        }
    }
}
