// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Comparison;
import io.shakebook.engine.change.Completion;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.Differ;
import io.shakebook.engine.change.Guard;
import io.shakebook.engine.change.Inverses;
import io.shakebook.engine.change.KeyFormat;
import io.shakebook.engine.change.Opener;
import io.shakebook.engine.change.Secrets;
import io.shakebook.engine.change.StaleCheck;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.RandomPlan;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A password, whether wanted, current, old or left over, is in no plan, journal or message. The seed is in the name. */
class NoSecretIsKeptTest {
    /** Without it the first random numbers of neighbouring seeds are all but the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final String CANARY = "can\"ary\\1\n$x";
    private static final String OLD = "old-birdie";
    private static final List<String> TRACES =
            List.of("can\"ary", "can\\\"ary", "ary\\", "birdie", "$x", base64(CANARY), base64(OLD));
    private static final SecretRef SECRET = new SecretRef("redis-a.password", "site-a", "redis-a", "auth", "password");
    private static final Secrets SECRETS = ref -> CANARY;
    private static final StepAddress STEP = StepAddress.parse("sync/config");

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsObservedNoPasswordIsKept(long seed) throws Exception {
        Random random = new Random(seed * SPREAD);
        boolean sealed = random.nextBoolean();
        ObjectRef ref = new ObjectRef(sealed ? Kind.SECRET : Kind.CONFIG_MAP, "redis-b", "sync");
        Manifest body = Manifest.of(ref, Map.of("data", wanted(random, sealed)));
        boolean delete = random.nextInt(4) == 0;
        Manifest live = Manifest.of(ref, Map.of("metadata", Map.of("uid", "u"), "data", live(random, sealed, delete)));
        Wanted wanted = delete ? new Wanted.Absent(ref, List.of()) : new Wanted.Present(body);
        Differ differ = new Differ(SECRETS, KeyFormat.FORMATS);
        Comparison local = differ.compare(wanted, Optional.of(live), "shakebook.configmap");
        Diff diff = local instanceof Comparison.Delete gone
                ? gone.diff()
                : differ.between(
                        Optional.of(live),
                        new Opener(SECRETS, KeyFormat.FORMATS).open(body).reveal(),
                        wanted,
                        Map.of());
        Action action = delete ? Action.DELETE : Action.UPDATE;
        Change change = new Change(
                "c1",
                action,
                new Target("site-b", ref, Optional.of("u")),
                delete ? Optional.empty() : Optional.of(body),
                false,
                diff,
                Check.BY_SERVER,
                List.of(),
                List.of(),
                new Inverses(SECRETS, KeyFormat.FORMATS)
                        .of(
                                action,
                                Optional.of(live),
                                delete ? Optional.empty() : Optional.of(body),
                                false,
                                diff,
                                "shakebook.configmap"));
        Object stale = new StaleCheck(SECRETS, KeyFormat.FORMATS)
                .check(
                        change,
                        Optional.of(Manifest.of(
                                ref, Map.of("metadata", Map.of("uid", "u"), "data", live(random, sealed, delete)))),
                        new Completion(KeyFormat.FORMATS, output -> Optional.empty()));
        String plan = PlanFile.write(plan(change));
        assertThat(PlanFile.read(plan)).isEqualTo(plan(change));
        assertThat(plan + local + change + stale + journal(change)).doesNotContain(TRACES);
    }

    private static Map<String, Object> wanted(Random random, boolean sealed) {
        Map<String, Object> data = new LinkedHashMap<>();
        Text file = Text.of(List.of(
                new Text.Literal("version = 6.0\npassword = \""),
                new Text.Secret(SECRET, "keys"),
                new Text.Literal("\"\n")));
        data.put(random.nextBoolean() ? "sync.keys" : "sync.txt", sealed ? file.inBase64() : file);
        data.put("pin", sealed ? Text.secret(SECRET).inBase64() : Text.secret(SECRET));
        return data;
    }

    private static Map<String, Object> live(Random random, boolean sealed, boolean delete) {
        String password = random.nextBoolean() ? CANARY : OLD;
        String escaped = new KeyFormat().escape(password);
        List<String> files = List.of(
                "version = 6\npassword = \"" + escaped + "\"\n",
                "version = 6.0\nredis.password = \"" + escaped + "\"\nextra = 1\n",
                "not readable\npassword: " + escaped + "\n",
                "url = \"redis://user:" + escaped + "@host\"\n");
        Map<String, Object> data = new LinkedHashMap<>();
        for (String name : List.of("sync.keys", "sync.txt", "other.keys")) {
            if (random.nextBoolean()) {
                String file = files.get(random.nextInt(files.size()));
                data.put(name, sealed ? base64(file) : file);
            }
        }
        if (sealed || !delete) { // nothing could tell that this is a password if nothing is wanted there
            data.put("pin", sealed ? base64(password) : CANARY);
        }
        data.put("password", sealed ? base64(password) : password);
        return data;
    }

    private static Plan plan(Change change) {
        Plan any = RandomPlan.of(1);
        PlannedStep step = new PlannedStep(
                STEP,
                "configmap",
                Optional.empty(),
                "site-b",
                "redis-b",
                "x.yaml:1:1",
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                Map.of("password", Text.secret(SECRET)),
                List.of(change),
                Map.of());
        return new Plan(any.made(), List.of(), List.of(), List.of(step), any.seen());
    }

    private String journal(Change change) throws Exception {
        try (FileJournal journal = FileJournal.create(folder, "r-1", Clock.systemUTC())) {
            journal.append(new RunEvent.ChangeIntended(STEP, change.id(), new Guard.Unchanged("u", "1"), Map.of()));
            journal.append(new RunEvent.ChangeFound(STEP, change.id(), change.toString()));
            return Files.readString(journal.file());
        }
    }
}
