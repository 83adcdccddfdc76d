// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.ClusterEntry;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Take;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.Bound;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretPlace;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Plans of any form, the same for the same seed. */
public final class RandomPlan {
    /** Without it the first random numbers of neighbouring seeds are all but the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final List<SecretRef> SECRETS = List.of(
            new SecretRef("redis-a.password", "site-a", "redis-a", "auth", "password"),
            new SecretRef("redis-b.password", "site-b", "redis-b", "auth", "pass word"),
            new SecretRef("redis-c.password", new SecretPlace.InFile("~/redis c")),
            new SecretRef("redis-d.password", new SecretPlace.InEnvironment("REDIS_D")),
            new SecretRef(
                    "redis-e.password",
                    new SecretPlace.FromCommand(List.of("pass", "a \"b\""), Duration.ofSeconds(10))));

    private final Random random;

    private RandomPlan(long seed) {
        this.random = new Random(seed * SPREAD);
    }

    public static Plan of(long seed) {
        return new RandomPlan(seed).plan();
    }

    private Plan plan() {
        return new Plan(made(), some(this::fact), some(this::phase), some(this::step), seen());
    }

    private Made made() {
        return new Made(
                word(),
                new Made.Playbook(word(), word(), word()),
                new Made.Inventory(word(), word(), word()),
                Map.of(word(), new Made.Parameter(word(), word())),
                Map.of(
                        "site-a",
                        new Made.Cluster(
                                word(),
                                word(),
                                List.of(LeaseName.ofEntry("space", word()), LeaseName.ofNamespace("space")),
                                random.nextBoolean())),
                access(),
                SECRETS,
                Map.of("service", "0.1.0"));
    }

    private Map<String, ClusterEntry> access() {
        var context = new ClusterEntry.Kubeconfig(optional(), word(), optional(), optional());
        return Map.of(
                "site-a", new ClusterEntry("site-a", context, Optional.empty(), 1 + random.nextInt(8)),
                "site-b", new ClusterEntry("site-b", new ClusterEntry.Embedded(word()), Optional.empty(), 4));
    }

    private Optional<String> optional() {
        return random.nextBoolean() ? Optional.of(word()) : Optional.empty();
    }

    private Seen seen() {
        return new Seen(
                word(),
                Map.of("c1", word()),
                Map.of(word(), word()),
                Map.of(word(), word()),
                some(this::word),
                Map.of());
    }

    private FactRecord fact() {
        return new FactRecord(word(), word(), word(), map(0), Map.of("0", map(1), "1", map(1)));
    }

    private PlannedPhase phase() {
        return new PlannedPhase(
                word(), some(this::word), pick(OnFailure.values()), maybe(this::word), some(this::word));
    }

    private PlannedStep step() {
        boolean confirm = random.nextBoolean();
        return new PlannedStep(
                address(),
                confirm ? "" : "service",
                confirm ? Optional.of(word()) : Optional.empty(),
                word(),
                word(),
                word(),
                some(this::address),
                Duration.ofMillis(random.nextInt(1_000_000)),
                Duration.ofSeconds(random.nextInt(1000)),
                some(this::word),
                map(0),
                some(this::change),
                Map.of("name", output(0), "node-port", output(0)));
    }

    private StepAddress address() {
        return new StepAddress("a/b-c", "step", random.nextBoolean() ? "" : word());
    }

    private Change change() {
        Action action = pick(Action.values());
        Optional<Manifest> body = action == Action.DELETE ? Optional.empty() : Optional.of(manifest());
        return new Change(
                "c" + random.nextInt(99),
                action,
                new Target("site-a", new ObjectRef(Kind.DEPLOYMENT, "n", "x"), maybe(this::word)),
                body,
                random.nextBoolean(),
                new Diff(some(() -> new FieldChange(path(), side(), side())), some(this::file)),
                random.nextBoolean() ? Check.BY_SERVER : Check.later(word()),
                some(() -> new Take(path(), word(), word())),
                some(this::word),
                inverse());
    }

    private Inverse inverse() {
        return switch (random.nextInt(4)) {
            case 0 -> new Inverse.Delete();
            case 1 -> new Inverse.Swap(word(), manifest(), some(this::path));
            case 2 -> new Inverse.Create(word(), manifest());
            default -> new Inverse.Impossible(word());
        };
    }

    private FileChange file() {
        return new FileChange(
                path(), word(), some(() -> new FileChange.KeyChange(word(), side(), side())), random.nextInt(50));
    }

    private Side side() {
        return switch (random.nextInt(4)) {
            case 0 -> Side.NONE;
            case 1 -> new Side.Masked(random.nextBoolean());
            case 2 -> new Side.Decided(word());
            default -> new Side.Value(new Manifest(Map.of("v", node(0))).tree().get("v"));
        };
    }

    private PlannedOutput output(int depth) {
        return switch (random.nextInt(depth > 2 ? 3 : 4)) {
            case 0 ->
                new PlannedOutput.Known(
                        new Manifest(Map.of("v", node(1))).tree().get("v"));
            case 1 -> new PlannedOutput.Field("c1", path(), bound());
            case 2 -> new PlannedOutput.DigestOf("c1", path());
            default -> new PlannedOutput.Joined(some(() -> output(depth + 1)));
        };
    }

    private Bound bound() {
        return switch (random.nextInt(3)) {
            case 0 -> Bound.ANY;
            case 1 -> Bound.between(random.nextInt(9), 9 + random.nextInt(9));
            default -> Bound.address("of " + word());
        };
    }

    private FieldPath path() {
        return FieldPath.of("spec").key(word()).then(new FieldPath.Element(Map.of("port", 6379L, "name", word())));
    }

    private Manifest manifest() {
        return Manifest.of(new ObjectRef(Kind.CONFIG_MAP, "n", "x"), map(0));
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(word(), node(depth + 1));
        }
        return map;
    }

    private Object node(int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> random.nextLong();
            case 1 -> new BigDecimal("6." + random.nextInt(3));
            case 2 -> random.nextBoolean();
            case 3 -> word();
            case 4 -> random.nextBoolean() ? text() : text().inBase64();
            case 5 -> some(() -> node(depth + 1));
            default -> map(depth);
        };
    }

    private Text text() {
        return Text.of(some(() -> switch (random.nextInt(3)) {
            case 0 -> new Text.Literal(word());
            case 1 -> new Text.Secret(SECRETS.get(random.nextInt(2)), random.nextBoolean() ? "" : "toml");
            default -> new Text.Pending(new OutputRef("a/b/s[0]", word(), random.nextBoolean() ? "" : "1-2"), "");
        }));
    }

    /** Words that a careless writer would take for something else, too. */
    private String word() {
        return pick("text", "map", "masked", "decided", "encoding", "", "a b", "ü\"\\\n]", "-5", "true", "6.0", "name");
    }

    private <T> List<T> some(Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(one.get());
        }
        return list;
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }
}
