// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.change.Author;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.drift.Drift;
import io.shakebook.engine.drift.Drift.Unread;
import io.shakebook.engine.drift.ObjectDrift;
import io.shakebook.engine.drift.ObjectDrift.Problem;
import io.shakebook.engine.drift.Standing;
import io.shakebook.engine.drift.StepDrift;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drift made by hand for the tests of what is printed: the web shop's link, some days later. */
public final class SampleDrift {
    private static final Author EDIT = new Author("kubectl-edit", "Update", "", "2026-11-22T14:02:11Z");
    private static final Author SCALE = new Author("kubectl", "Update", "scale", "2026-11-22T14:05:00Z");
    private static final Author OURS = new Author("shakebook.app", "Apply", "", "2026-11-20T09:00:00Z");
    private static final FieldPath ROLE = FieldPath.parse("spec.selector.role");
    private static final FieldPath TEAM = FieldPath.parse("metadata.labels.team");
    private static final FieldPath SETTINGS = FieldPath.of("data", "sync.toml");
    private static final FieldPath DIGEST = FieldPath.parse("spec.template.metadata.annotations.digest");

    private SampleDrift() {}

    /** Everything is as it was left. */
    public static Drift none() {
        return drift(
                List.of(
                        holds("link/gate/no-drain", true, "no pod of drain* is left"),
                        holds("link/expose/door[0]", false, "1 ready pod"),
                        step("link/start/move", Standing.QUESTION, "Point the clients at west, then confirm.")),
                List.of(),
                Map.of());
    }

    /** One of everything that can be the matter. */
    public static Drift everything() {
        return drift(
                List.of(
                        step("link/gate/no-drain", Standing.NOT_READY, "1 pod of drain-1 is left"),
                        step("link/expose/door[0]", Standing.DIFFERS, "", edited()),
                        step(
                                "link/expose/door[1]",
                                Standing.DIFFERS,
                                "",
                                object(Problem.MISSING, Kind.SERVICE, "door-1")),
                        holds("link/expose/door[2]", false, "1 ready pod", held()),
                        step("link/configure/settings[0]", Standing.DIFFERS, "", settings()),
                        step("link/start/old", Standing.DIFFERS, "", unwanted()),
                        step("link/start/copier[0]", Standing.DIFFERS, "", copier()),
                        step("link/start/copier[1]", Standing.NOT_READY, "container restarted 3 times, exit code 2"),
                        step(
                                "link/start/copier[2]",
                                Standing.REFUSED,
                                "PersistentVolumeClaim back/copy-2 is not there")),
                List.of(),
                Map.of());
    }

    /** One site gave no answer, and a look-up found too little. */
    public static Drift partly() {
        return drift(
                List.of(
                        step("link/expose/door[0]", Standing.UNKNOWN, "no answer from east: connection refused"),
                        step(
                                "link/expose/door[1]",
                                Standing.DIFFERS,
                                "",
                                object(Problem.MISSING, Kind.SERVICE, "door-1"))),
                List.of(new Unread("link/copy", "2 of 3 shards are there: shop-1 is missing")),
                Map.of("east", "connection refused"));
    }

    private static Drift drift(List<StepDrift> steps, List<Unread> unread, Map<String, String> unreachable) {
        return new Drift(SamplePlan.nothing().made(), steps, unread, "2026-11-22T21:00:00Z", List.of(), unreachable);
    }

    private static StepDrift holds(String address, boolean gate, String words, ObjectDrift... objects) {
        return new StepDrift(
                StepAddress.parse(address), "service", gate, "west", List.of(objects), Standing.HOLDS, words);
    }

    private static StepDrift step(String address, Standing standing, String words, ObjectDrift... objects) {
        boolean gate = address.contains("gate");
        return new StepDrift(StepAddress.parse(address), "service", gate, "west", List.of(objects), standing, words);
    }

    private static ObjectDrift edited() {
        Diff diff = new Diff(
                List.of(
                        new FieldChange(TEAM, Side.NONE, new Side.Value("shop")),
                        new FieldChange(ROLE, new Side.Value("follower"), new Side.Value("leader"))),
                List.of());
        return new ObjectDrift(
                ref(Kind.SERVICE, "door-0"), Problem.DIFFERS, diff, Map.of(ROLE, EDIT), Map.of(), Optional.of(EDIT));
    }

    private static ObjectDrift held() {
        return new ObjectDrift(
                ref(Kind.SERVICE, "door-2"), Problem.HELD, Diff.EMPTY, Map.of(ROLE, EDIT), Map.of(), Optional.empty());
    }

    private static ObjectDrift settings() {
        Text password = Text.secret(SamplePlan.nothing().made().secrets().get(0));
        List<KeyChange> keys = List.of(
                new KeyChange("source.count", new Side.Value(7L), new Side.Value(1024L)),
                new KeyChange("source.password", new Side.Masked(false), new Side.Value(password)));
        Diff diff = new Diff(List.of(), List.of(new FileChange(SETTINGS, "toml", keys, 27)));
        return new ObjectDrift(
                ref(Kind.CONFIG_MAP, "settings-0"),
                Problem.DIFFERS,
                diff,
                Map.of(SETTINGS, EDIT),
                Map.of(),
                Optional.of(EDIT));
    }

    private static ObjectDrift unwanted() {
        return new ObjectDrift(
                ref(Kind.SERVICE, "old"), Problem.UNWANTED, Diff.EMPTY, Map.of(), Map.of(), Optional.of(EDIT));
    }

    private static ObjectDrift copier() {
        FieldPath replicas = FieldPath.parse("spec.replicas");
        FieldPath image = FieldPath.parse("spec.template.spec.containers[name=copier].image");
        Diff diff = new Diff(
                List.of(
                        new FieldChange(replicas, new Side.Value(2L), new Side.Value(1L)),
                        new FieldChange(DIGEST, new Side.Value("6b1e04d2"), new Side.Value("93d0aa01")),
                        new FieldChange(image, new Side.Value("copier:3"), new Side.Value("copier:4"))),
                List.of());
        return new ObjectDrift(
                ref(new Kind("apps/v1", "Deployment"), "copier-0"),
                Problem.DIFFERS,
                diff,
                Map.of(replicas, SCALE, DIGEST, OURS, image, OURS),
                Map.of(DIGEST, StepAddress.parse("link/configure/settings[0]")),
                Optional.of(SCALE));
    }

    private static ObjectDrift object(Problem problem, Kind kind, String name) {
        return new ObjectDrift(ref(kind, name), problem, Diff.EMPTY, Map.of(), Map.of(), Optional.empty());
    }

    private static ObjectRef ref(Kind kind, String name) {
        return new ObjectRef(kind, "back", name);
    }
}
