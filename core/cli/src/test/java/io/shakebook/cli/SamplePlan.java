// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.change.Action;
import io.shakebook.engine.change.Change;
import io.shakebook.engine.change.Check;
import io.shakebook.engine.change.Diff;
import io.shakebook.engine.change.FieldChange;
import io.shakebook.engine.change.FileChange;
import io.shakebook.engine.change.FileChange.KeyChange;
import io.shakebook.engine.change.Inverse;
import io.shakebook.engine.change.Side;
import io.shakebook.engine.change.Take;
import io.shakebook.engine.change.Target;
import io.shakebook.engine.graph.StepAddress;
import io.shakebook.engine.plan.FactRecord;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.OnFailure;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.engine.plan.PlannedPhase;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.engine.plan.Seen;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.value.Bound;
import io.shakebook.spi.value.OutputRef;
import io.shakebook.spi.value.SecretRef;
import io.shakebook.spi.value.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans made by hand for the tests of what is printed: a web shop's link between two sites. */
public final class SamplePlan {
    private static final Inverse GONE = new Inverse.Impossible("the object is replaced: what it was before is gone");
    private static final SecretRef PASSWORD =
            new SecretRef("front.password", "east", "front", "front-auth", "password");
    private static final Kind DEPLOYMENT = new Kind("apps/v1", "Deployment");

    private SamplePlan() {}

    /** Creates, a pending value, a secret, groups, a point of no return and a confirmation. */
    public static Plan first() {
        List<PlannedStep> steps = new ArrayList<>();
        steps.add(step("link/gate/no-drain", "workloads-stopped"));
        for (String key : List.of("0", "1", "2")) {
            steps.add(step("link/expose/door[" + key + "]", "service", door(key)));
        }
        for (String key : List.of("0", "1", "2")) {
            steps.add(step("link/configure/settings[" + key + "]", "configmap", settings(key)));
        }
        steps.add(step("link/start/copier[0]", "app", copier()));
        steps.add(confirm("link/start/move", "Point the clients at west, then confirm."));
        List<PlannedPhase> phases = List.of(
                phase("link/gate"),
                phase("link/expose", "link/gate"),
                phase("link/configure", "link/expose"),
                new PlannedPhase(
                        "link/start",
                        List.of("link/configure"),
                        OnFailure.STOP,
                        Optional.of("A starting copier overwrites the keys of west."),
                        List.of("old-copier: left out, the fact \"old\" has no rows")));
        return new Plan(
                made(), facts(), phases, steps, seen(Map.of("link/gate/no-drain", "ready: no pod of drain* is left")));
    }

    /** An update, a deletion, an adoption, a replacement and everything that can be dangerous. */
    public static Plan changes() {
        List<PlannedStep> steps = List.of(
                step("fix/all/door[0]", "service", update()),
                step("fix/all/old", "absent", delete()),
                step(
                        "fix/all/mine",
                        "service",
                        simple(
                                "c3",
                                Action.ADOPT,
                                "mine",
                                new Inverse.Swap("shakebook.service", new Manifest(Map.of()), List.of()))),
                step("fix/all/again", "service", simple("c4", Action.REPLACE, "again", GONE)),
                step("fix/all/copier", "app", copier()));
        return new Plan(made(), List.of(), List.of(phase("fix/all")), steps, seen(Map.of()));
    }

    /** What is left of {@link #changes()} after somebody was at it, and a step more. */
    public static Plan later() {
        List<FieldChange> fields = List.of(
                field("spec.selector.role", new Side.Value("master"), new Side.Value("leader")),
                field("spec.sessionAffinity", new Side.Value("ClientIP"), Side.NONE));
        List<PlannedStep> steps = List.of(
                step(
                        "fix/all/door[0]",
                        "service",
                        change("c1", Action.UPDATE, Kind.SERVICE, "door-0", new Diff(fields, List.of()))),
                step("fix/all/old", "absent"),
                step(
                        "fix/all/mine",
                        "service",
                        simple(
                                "c3",
                                Action.UPDATE,
                                "mine",
                                new Inverse.Swap("shakebook.service", new Manifest(Map.of()), List.of()))),
                step("fix/all/copier", "app", copier()),
                step("fix/all/more", "service", simple("c10", Action.CREATE, "more", new Inverse.Delete())));
        return new Plan(made(), List.of(), List.of(phase("fix/all")), steps, seen(Map.of()));
    }

    /** The same as {@link #first()} when all is there. */
    public static Plan nothing() {
        return nothing("waiting: 0 of 1 pods are ready");
    }

    /** @param copier in which state the last step is */
    public static Plan nothing(String copier) {
        List<PlannedStep> steps = List.of(
                step("link/expose/door[0]", "service"),
                step("link/expose/door[1]", "service"),
                step("link/start/copier[0]", "app"));
        Map<String, String> ready = Map.of(
                "link/expose/door[0]", "ready: node port is allocated, 1 ready pod",
                "link/expose/door[1]", "ready: node port is allocated, 1 ready pod",
                "link/start/copier[0]", copier);
        return new Plan(
                made(), facts(), List.of(phase("link/expose"), phase("link/start", "link/expose")), steps, seen(ready));
    }

    /** One site gave no answer, and a name that tries to move the cursor. */
    public static Plan preview() {
        Seen seen = new Seen(
                "2026-11-22T21:00:00Z",
                Map.of(),
                Map.of("link/expose/gate", "not known: no answer from east"),
                Map.of(),
                List.of(),
                Map.of("east", "connection refused\u001b[2J"));
        List<PlannedStep> steps = List.of(
                step("link/expose/door[\u001b[31mred]", "service", door("0")), step("link/expose/gate", "service"));
        return new Plan(made(), List.of(), List.of(phase("link/expose")), steps, seen);
    }

    /** The same, with an inventory of another revision. */
    public static Plan at(Plan plan, String revision) {
        Made made = plan.made();
        Made moved = new Made(
                made.by(),
                made.playbook(),
                new Made.Inventory(made.inventory().name(), made.inventory().path(), revision),
                made.parameters(),
                made.clusters(),
                made.access(),
                made.secrets(),
                made.modules());
        return new Plan(moved, plan.facts(), plan.phases(), plan.steps(), plan.seen());
    }

    private static Made made() {
        Map<String, Made.Parameter> parameters = new LinkedHashMap<>();
        parameters.put("pair", new Made.Parameter("shop", "inventory"));
        parameters.put("image", new Made.Parameter("copier:4", "playbook default"));
        parameters.put("batch", new Made.Parameter("9", Made.COMMAND_LINE));
        Map<String, Made.Cluster> clusters = new LinkedHashMap<>();
        clusters.put("east", new Made.Cluster("1f6c", "embedded"));
        clusters.put("west", new Made.Cluster("93d0", "embedded"));
        return new Made(
                "shakebook 0.1.0",
                new Made.Playbook("link", "playbooks/link.yaml", "git:7f3c2a9"),
                new Made.Inventory("demo", "inventories/demo", "files"),
                parameters,
                clusters,
                Map.of(),
                List.of(PASSWORD),
                Map.of("service", "0.1.0"));
    }

    private static List<FactRecord> facts() {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        List.of("0", "1", "2").forEach(key -> rows.put(key, Map.of("pod", "front-" + key)));
        return List.of(new FactRecord("link/shards", "shards", "labels only, nobody was asked", Map.of(), rows));
    }

    private static Seen seen(Map<String, String> ready) {
        return new Seen(
                "2026-11-22T21:00:00Z",
                Map.of(),
                ready,
                Map.of("c1 spec.selector by kubectl-edit", "2026-11-22T14:02:11Z"),
                List.of("3 passwords would stand in ConfigMaps: -p config-kind=secret moves them to Secrets"),
                Map.of());
    }

    private static PlannedPhase phase(String address, String... needs) {
        return new PlannedPhase(address, List.of(needs), OnFailure.STOP, Optional.empty(), List.of());
    }

    private static PlannedStep step(String address, String module, Change... changes) {
        return step(address, module, Optional.empty(), List.of(changes));
    }

    private static PlannedStep confirm(String address, String question) {
        return step(address, "", Optional.of(question), List.of());
    }

    private static PlannedStep step(String address, String module, Optional<String> confirm, List<Change> changes) {
        StepAddress step = StepAddress.parse(address);
        List<StepAddress> needs = step.step().equals("settings")
                ? List.of(new StepAddress("link/expose", "door", step.key()))
                : List.of();
        return new PlannedStep(
                step,
                module,
                confirm,
                confirm.isPresent() ? "" : "west",
                "back",
                "playbooks/link.yaml:23:9",
                needs,
                Duration.ofMinutes(5),
                Duration.ZERO,
                List.of(),
                Map.of(),
                changes,
                outputs(step));
    }

    private static Map<String, PlannedOutput> outputs(StepAddress step) {
        FieldPath port = FieldPath.parse("spec.ports[port=6379,protocol=TCP].nodePort");
        return step.phase().equals("link/expose")
                ? Map.of("node-port", new PlannedOutput.Field("c1" + step.key(), port, Bound.between(30000, 32767)))
                : Map.of();
    }

    private static Change door(String key) {
        List<FieldChange> fields = List.of(
                field("spec.ports[port=6379,protocol=TCP].nodePort", Side.NONE, new Side.Decided("30000-32767")),
                field("spec.ports[port=6379,protocol=TCP].targetPort", Side.NONE, new Side.Value(6379L)),
                field("spec.selector", Side.NONE, new Side.Value(Map.of("pod", "front-" + key))),
                field("spec.type", Side.NONE, new Side.Value("NodePort")));
        return change("c1" + key, Action.CREATE, Kind.SERVICE, "door-" + key, new Diff(fields, List.of()));
    }

    private static Change settings(String key) {
        OutputRef port = new OutputRef("link/expose/door[" + key + "]", "node-port", "30000-32767");
        Text address = Text.of("10.0.1.11:").plus(Text.pending(port));
        List<KeyChange> keys = List.of(
                new KeyChange("source.address", Side.NONE, new Side.Value(address)),
                new KeyChange("source.password", Side.NONE, new Side.Value(Text.secret(PASSWORD))),
                new KeyChange("source.version", Side.NONE, new Side.Value("6.0")),
                new KeyChange("target.type", Side.NONE, new Side.Value("standalone")));
        FileChange file = new FileChange(FieldPath.of("data", "sync.toml"), "toml", keys, 4);
        Change change = change(
                "c2" + key,
                Action.CREATE,
                Manifest.of(
                        new ObjectRef(Kind.CONFIG_MAP, "back", "settings-" + key),
                        Map.of("data", Map.of("sync.toml", address.plus(Text.secret(PASSWORD))))),
                new Diff(List.of(), List.of(file)),
                new Inverse.Delete());
        return with(change, Check.later("holds node-port of link/expose/door[" + key + "]"), List.of(), List.of());
    }

    private static Change copier() {
        List<FieldChange> fields = List.of(field("spec.replicas", new Side.Value(0L), new Side.Value(1L)));
        Change change = change("c9", Action.UPDATE, DEPLOYMENT, "copier-0", new Diff(fields, List.of()));
        Take own = new Take(FieldPath.of("spec", "replicas"), "shakebook.scale-down", "own family");
        return with(change, Check.BY_SERVER, List.of(own), List.of("restart = full copy"));
    }

    private static Change update() {
        List<FieldChange> fields = List.of(
                field("metadata.labels.team", Side.NONE, new Side.Value("shop")),
                field("spec.selector.role", new Side.Value("follower"), new Side.Value("leader")),
                field("spec.sessionAffinity", new Side.Value("ClientIP"), Side.NONE),
                field("data.token", new Side.Masked(false), new Side.Value(Text.secret(PASSWORD))));
        Change change = change("c1", Action.UPDATE, Kind.SERVICE, "door-0", new Diff(fields, List.of()));
        Take take = new Take(FieldPath.of("spec", "selector"), "kubectl-edit", "take");
        Inverse masked = new Inverse.Impossible("the old value of data.token is masked and is not kept in the plan");
        return with(
                change(change.id(), Action.UPDATE, change.body().orElseThrow(), change.diff(), masked),
                Check.BY_SERVER,
                List.of(take),
                List.of());
    }

    private static Change delete() {
        return simple("c2", Action.DELETE, "old", new Inverse.Impossible("its old value is masked"));
    }

    private static Change simple(String id, Action action, String name, Inverse inverse) {
        Change change = change(id, action, Kind.SERVICE, name, Diff.EMPTY);
        return new Change(
                id,
                action,
                change.target(),
                change.body(),
                false,
                change.diff(),
                change.check(),
                List.of(),
                List.of(),
                inverse);
    }

    private static Change change(String id, Action action, Kind kind, String name, Diff diff) {
        Inverse inverse = action == Action.CREATE
                ? new Inverse.Delete()
                : new Inverse.Swap("shakebook.service", new Manifest(Map.of()), List.of());
        return change(id, action, Manifest.of(new ObjectRef(kind, "back", name), Map.of()), diff, inverse);
    }

    private static Change change(String id, Action action, Manifest object, Diff diff, Inverse inverse) {
        Optional<Manifest> body = action == Action.DELETE ? Optional.empty() : Optional.of(object);
        Target target = new Target("west", object.ref(), Optional.empty());
        return new Change(id, action, target, body, false, diff, Check.BY_SERVER, List.of(), List.of(), inverse);
    }

    private static Change with(Change change, Check check, List<Take> takes, List<String> effects) {
        return new Change(
                change.id(),
                change.action(),
                change.target(),
                change.body(),
                change.partial(),
                change.diff(),
                check,
                takes,
                effects,
                change.inverse());
    }

    private static FieldChange field(String path, Side before, Side after) {
        return new FieldChange(FieldPath.parse(path), before, after);
    }
}
