// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.binding.Catalog;
import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileFormat;
import io.shakebook.engine.change.FileFormats;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.ReadyChange;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.event.RunHistory;
import io.shakebook.engine.lock.RunLock;
import io.shakebook.engine.plan.Plan;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random changes and random foreign edits, deletes and recreates between planning and writing: whatever is written was
 * covered by the approval, and what was covered is written.
 */
class ForeignEditsPropertyTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final ObjectRef OBJECT = new ObjectRef(Kind.CONFIG_MAP, "space", "a");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsWrittenThatTheApprovalDidNotCover(long seed) throws Exception {
        Random random = new Random(seed * 7919);
        Optional<Map<String, Object>> planned = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(data(random));
        Map<String, Object> wanted = data(random);
        Change change = change(planned, wanted, random);
        OneCluster cluster = new OneCluster();
        planned.ifPresent(data -> cluster.with(object(data)));

        Optional<Map<String, Object>> found = planned;
        boolean another = false;
        for (int edits = random.nextInt(4); edits > 0; edits--) {
            boolean delete = random.nextInt(4) == 0;
            another |= delete || found.isEmpty();
            found = delete ? Optional.empty() : Optional.of(edited(found.orElse(Map.of()), random));
            cluster.put(OBJECT, found.map(ForeignEditsPropertyTest::object), another ? "uid-other" : "uid-a");
        }

        boolean asPlanned = planned.isEmpty() ? found.isEmpty() : !another && same(change, planned.get(), found.get());
        boolean stopped = stopped(cluster, change);
        List<ReadyChange> writes = cluster.writes();
        String story = "seed " + seed + ": planned on " + planned + ", wanted " + wanted + ", found " + found;
        if (!writes.isEmpty()) {
            assertThat(asPlanned).as(story).isTrue();
            assertThat(stopped).as(story).isFalse();
        }
        if (asPlanned && !stopped) {
            Optional<Manifest> now = cluster.get(OBJECT);
            assertThat(now.map(live -> holds(change, live)).orElse(change.action() == Action.DELETE))
                    .as(story)
                    .isTrue();
        }
        if (asPlanned) {
            assertThat(stopped).as(story).isFalse();
        }
    }

    /** @return whether it was stopped as stale */
    private static boolean stopped(OneCluster cluster, Change change) throws Exception {
        Plan plan = new PlanSketch().phase("one").changing("one/a").plan();
        Secrets secrets = ref -> {
            throw new Secrets.Missing(ref);
        };
        try {
            applier(plan, cluster, new StaleCheck(secrets, NO_FORMATS))
                    .apply(plan.steps().get(0), change);
            return false;
        } catch (StepFailure e) {
            assertThat(e.failure().code()).isEqualTo("stale");
            return true;
        }
    }

    private static ChangeApplier applier(Plan plan, OneCluster cluster, StaleCheck check) {
        RunPorts ports = new RunPorts(
                cluster,
                cluster,
                cluster,
                cluster,
                check,
                NO_FORMATS,
                new Catalog(List.of(), List.of(), List.of()),
                RunLock.NONE,
                Clock.systemUTC());
        Recorder recorder = new Recorder(event -> {}, event -> {});
        StopSignal stop = new StopSignal();
        RunDesk desk = new RunDesk(
                recorder,
                new Changed(),
                stop,
                Clock.systemUTC(),
                new Hands(1),
                new SharedLook(cluster, cluster, Clock.systemUTC()),
                new Locks(RunLock.NONE, recorder, stop),
                new Earlier(plan, RunHistory.none()));
        return new ChangeApplier(ports, new KnownOutputs(plan), desk);
    }

    private static boolean same(Change change, Map<String, Object> planned, Map<String, Object> found) {
        return change.diff().fields().stream()
                .map(field -> name(field.path()))
                .allMatch(name -> Optional.ofNullable(planned.get(name)).equals(Optional.ofNullable(found.get(name))));
    }

    private static boolean holds(Change change, Manifest live) {
        return change.diff().fields().stream()
                .allMatch(field -> field.after().equals(side(live.map("data"), name(field.path()))));
    }

    private static String name(FieldPath path) {
        return path.toString().substring("data.".length());
    }

    private static Change change(Optional<Map<String, Object>> before, Map<String, Object> wanted, Random random) {
        boolean delete = before.isPresent() && random.nextInt(5) == 0;
        List<FieldChange> fields = new ArrayList<>();
        for (String name : NAMES) {
            Side was = side(before.orElse(Map.of()), name);
            Side will = delete ? Side.NONE : side(wanted, name);
            if (!was.equals(will) && (before.isEmpty() || delete || !will.equals(Side.NONE))) {
                fields.add(new FieldChange(FieldPath.of("data", name), was, will));
            }
        }
        Action action = delete ? Action.DELETE : before.isEmpty() ? Action.CREATE : Action.UPDATE;
        Map<String, Object> body = new LinkedHashMap<>(before.orElse(Map.of()));
        body.putAll(wanted);
        return new Change(
                "one/a#1",
                action,
                new Target("site", OBJECT, before.map(data -> "uid-a")),
                delete ? Optional.empty() : Optional.of(object(body)),
                false,
                new Diff(fields, List.of()),
                Check.BY_SERVER,
                List.of(),
                List.of(),
                new Inverse.Impossible("not asked here"));
    }

    private static Side side(Map<String, Object> data, String name) {
        return data.containsKey(name) ? new Side.Value(data.get(name)) : Side.NONE;
    }

    private static Map<String, Object> data(Random random) {
        Map<String, Object> data = new LinkedHashMap<>();
        NAMES.stream().filter(name -> random.nextBoolean()).forEach(name -> data.put(name, "" + random.nextInt(3)));
        return data;
    }

    private static Map<String, Object> edited(Map<String, Object> data, Random random) {
        Map<String, Object> edited = new LinkedHashMap<>(data);
        String name = NAMES.get(random.nextInt(NAMES.size()));
        if (random.nextInt(4) == 0) {
            edited.remove(name);
        } else {
            edited.put(name, "" + random.nextInt(3));
        }
        return edited;
    }

    private static Manifest object(Map<String, Object> data) {
        return Manifest.of(OBJECT, Map.of("data", data));
    }

    private static final FileFormats NO_FORMATS = new FileFormats() {
        @Override
        public Optional<FileFormat> ofFile(String fileName) {
            return Optional.empty();
        }

        @Override
        public Optional<FileFormat> named(String name) {
            return Optional.empty();
        }
    };
}
