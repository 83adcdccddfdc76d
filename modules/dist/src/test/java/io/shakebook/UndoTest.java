// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.DemoSite.Result;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The way back of runs, judged by what the server says of the objects. */
@Execution(ExecutionMode.CONCURRENT)
class UndoTest {
    private static final String CONFIGS = "/api/v1/namespaces/redis-b/configmaps";
    private static final String NOTE = CONFIGS + "/note";
    private static final String SERVICE = "/api/v1/namespaces/redis-b/services/door";
    private static final String BYHAND = "?fieldManager=kubectl-edit";

    @TempDir
    Path folder;

    private DemoSite site;

    @BeforeEach
    void serve() throws Exception {
        site = new DemoSite(folder).serve();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatWasCreatedGoesAndWhatWasChangedIsAsBeforeAndNothingIsLeftThen() throws Exception {
        run(note("{ a.txt: one, b.txt: two, c.toml: 'x = 1' }")).exits(0);
        Map<String, Object> before = state(NOTE);
        run(note("{ a.txt: uno, c.toml: 'x = 2', d.txt: four }") + DOOR).exits(0);
        assertThat(state(NOTE)).isNotEqualTo(before);

        undo("last", "--yes").exits(0).says("deletes a Service", "x 2 -> 1", "2 objects changed");

        assertThat(state(NOTE)).isEqualTo(before);
        api().get(SERVICE).is(404);
        Map<String, String> versions = site.versions();
        String second = runs().get(1);
        undo(second, "--yes").exits(0).says("Nothing is left to walk back");
        assertThat(site.versions()).isEqualTo(versions);
        undo(runs().get(0), "--yes").exits(0);
        api().get(NOTE).is(404);
    }

    @Test
    void theWayBackCanBeWalkedBack() throws Exception {
        run(note("{ a.txt: one }")).exits(0);
        run(note("{ a.txt: uno }") + DOOR).exits(0);
        Map<String, Object> after = state(NOTE);

        undo("last", "--yes").exits(0);
        undo("last", "--yes").exits(0);

        assertThat(state(NOTE)).isEqualTo(after);
        api().get(SERVICE).is(200);
        site.shakebook("plan", "undone", "--exit-code").exits(0).says("Nothing to do: everything is as it should be.");
    }

    @Test
    void aServiceThatIsThereAgainHasItsAddressAndPortAndIsNoChangeForThePlaybook() throws Exception {
        run(DOOR.replace("ClusterIP", "NodePort")).exits(0);
        Answer before = api().get(SERVICE);
        String run = runs().get(0);
        undo(run, "--yes").exits(0);
        api().get(SERVICE).is(404);
        undo("last", "--yes").exits(0);

        Answer again = api().get(SERVICE).is(200);
        for (String chosen : List.of("/spec/clusterIP", "/spec/ports/0/nodePort")) {
            assertThat(again.value(chosen)).isEqualTo(before.value(chosen));
        }
        String version = again.resourceVersion();
        site.shakebook("plan", "undone", "--exit-code").exits(0).says("Nothing to do: everything is as it should be.");
        site.shakebook("drift", "undone", "--exit-code").exits(0);
        site.shakebook("run", "undone", "--yes").exits(0);
        assertThat(api().get(SERVICE).resourceVersion()).isEqualTo(version);
    }

    @Test
    void whatSomebodyChangedSinceStaysAndIsSaidUnlessItIsTaken() throws Exception {
        run(note("{ a.txt: one }")).exits(0);
        Map<String, Object> before = state(NOTE);
        run(note("{ a.txt: uno }") + DOOR).exits(0);
        api().patch(ApiClient.MERGE_PATCH, NOTE + BYHAND, "{data: {'a.txt': 'mine'}}")
                .is(200);
        api().patch(ApiClient.MERGE_PATCH, SERVICE + BYHAND, "{metadata: {annotations: {mine: 'yes'}}}")
                .is(200);
        Map<String, String> versions = site.versions();

        undo("last", "--yes")
                .exits(0)
                .says(
                        "data[a.txt] was left as \"uno\" and is \"mine\", by kubectl-edit at 20",
                        "metadata.annotations.mine was left as nothing and is \"yes\"",
                        "--take write/note",
                        "what stays is listed above");
        assertThat(site.versions()).isEqualTo(versions);

        undo(runs().get(1), "--yes", "--take", "write/note").exits(0).says("takes data[a.txt] from kubectl-edit");
        assertThat(state(NOTE)).isEqualTo(before);
        api().get(SERVICE).is(200);
        undo(runs().get(1), "--yes", "--take", "metadata.annotations").exits(0);
        api().get(SERVICE).is(404);
    }

    @Test
    void anObjectOfTheSameNameThatTheRunDidNotMakeIsNotDeleted() throws Exception {
        run(note("{ a.txt: one }")).exits(0);
        api().delete(NOTE);
        api().post(CONFIGS + "?fieldManager=kubectl-create", "{metadata: {name: 'note'}, data: {'a.txt': 'one'}}")
                .is(201);

        undo("last", "--yes").exits(0).says("metadata.uid was left as");
        api().get(NOTE).is(200);
        undo(runs().get(0), "--yes", "--take", "write/note").exits(0);
        api().get(NOTE).is(200);
    }

    @Test
    void whatWasMadeByHandAndOnlyBecameOursIsTheirsAloneAgain() throws Exception {
        String labels = "labels: {'app.kubernetes.io/managed-by': 'shakebook'}";
        api().post(
                        CONFIGS + "?fieldManager=kubectl-create",
                        "{metadata: {name: 'note', " + labels + "}, data: {'a.txt': 'one'}}")
                .is(201);
        Map<String, Object> before = state(NOTE);
        run(note("{ a.txt: one }")).exits(0);
        assertThat(owners(NOTE)).contains("shakebook.configmap");

        undo("last", "--yes").exits(0);
        assertThat(state(NOTE)).isEqualTo(before);
    }

    @Test
    void whatWasDeletedIsThereAgainAsItWasAndIsOursAsBefore() throws Exception {
        run(note("{ a.txt: one }")).exits(0);
        Map<String, Object> before = state(NOTE);
        site.playbook(
                "gone",
                playbook("      - name: gone\n        config-absent: { name: note }\n")
                        .replace("redis-dr/undone", "redis-dr/gone"));
        site.shakebook("run", "gone", "--yes").exits(0);
        api().get(NOTE).is(404);

        undo("last", "--yes").exits(0);
        assertThat(state(NOTE)).isEqualTo(before);
        site.shakebook("plan", "undone", "--exit-code").exits(0);
    }

    @Test
    void aRunThatWasCutOffWhileItWroteIsSettledByReading() throws Exception {
        run(note("{ a.txt: one }")).exits(0);
        Path journal = folder.resolve("state/shakebook/runs").resolve(runs().get(0) + ".jsonl");
        List<String> lines = Files.readAllLines(journal);
        int intent = 0;
        while (!lines.get(intent).contains("change-intended")) {
            intent++;
        }
        Files.writeString(journal, String.join("\n", lines.subList(0, intent + 1)) + "\n");

        undo("last", "--yes").exits(0).says("1 object changed");
        api().get(NOTE).is(404);
    }

    @Test
    void aWayBackIsAPlanThatIsKeptShownAndAppliedLater() throws Exception {
        run(note("{ a.txt: one }")).exits(0);
        String file = site.file("back.plan").toString();
        undo("last", "--out", file).exits(0).says("next:", "apply " + file);
        api().get(NOTE).is(200);

        site.command("show", file).exits(0).says("what the run " + runs().get(0) + " did", "deletes a ConfigMap");
        site.command("apply", file, "--replan", "--yes")
                .exits(64)
                .says("is the way back of the run " + runs().get(0), "plan that anew:", "undo " + runs().get(0))
                .says("--out " + file, "Nothing was written");
        api().get(NOTE).is(200);
        site.command("apply", file, "--yes").exits(0);
        api().get(NOTE).is(404);
    }

    @Test
    void aPhaseThatFailsIsWalkedBackIfThePlanSaysSo() throws Exception {
        run(note("{ a.txt: one }")).exits(0);
        Map<String, Object> before = state(NOTE);
        String gate = """
                      - name: never
                        needs: [note, door]
                        within: 1s
                        service: { name: never, type: ClusterIP, port: 1, selector: { app: nobody } }
                """;
        site.playbook(
                "undone",
                playbook(note("{ a.txt: uno }") + DOOR + gate)
                        .replace("    steps:", "    on-failure: undo\n    steps:"));

        site.shakebook("plan", "undone")
                .exits(0)
                .says("if this phase fails, its changes are walked back, the last first");
        site.shakebook("run", "undone", "--yes")
                .says(
                        "BACK write/door Service redis-b/door on site-b is as before",
                        "Walked back after the failure, as the plan says:",
                        "0 objects changed, 1 failed")
                .exits(1);

        assertThat(state(NOTE)).isEqualTo(before);
        api().get(SERVICE).is(404);
        undo("last", "--yes").exits(0).says("Nothing is left to walk back");
    }

    @Test
    void aRunEndsAfterAPhaseAndItsResumptionGoesOnBehindItOnlyWhenTold() throws Exception {
        String two =
                "  - name: open\n    cluster: ${standby.cluster}\n    namespace: ${standby.namespace}\n    steps:\n";
        site.playbook("undone", playbook(note("{ a.txt: one }") + two + DOOR));

        site.shakebook("run", "undone", "--yes", "--from", "open").exits(6).says("\"write/note\" comes before it");
        site.shakebook("run", "undone", "--yes", "--until", "write")
                .exits(0)
                .says("Ended after write, as asked for with --until.", "1 not started", "--to-the-end");
        api().get(NOTE).is(200);
        api().get(SERVICE).is(404);
        site.command("resume", "last").exits(0).says("has ended after write");
        api().get(SERVICE).is(404);
        site.command("resume", "last", "--to-the-end").exits(0);
        api().get(SERVICE).is(200);
        undo("last", "--yes", "--until", "open").exits(0);
        api().get(SERVICE).is(404);
        api().get(NOTE).is(200);
        site.shakebook("run", "undone", "--yes", "--from", "open").exits(0).says("not looked at");
    }

    @Test
    void aFailoverThatIsStillBeforeItsPointOfNoReturnStartsTheShakesAgain() throws Exception {
        site.run("sync").exits(0);
        site.shakebook("run", "failover", "--yes").exits(7);
        assertThat(pods()).noneMatch(pod -> pod.startsWith("redis-shake-sync"));

        undo("last", "--yes").exits(0);
        assertThat(pods()).filteredOn(pod -> pod.startsWith("redis-shake-sync")).hasSize(3);
        site.shakebook("plan", "sync", "--exit-code").exits(0);
    }

    @Test
    void behindAPointOfNoReturnItStopsAndSaysWhatStays() throws Exception {
        site.run("sync").exits(0);
        site.run("failover").exits(0);
        undo("last", "--yes")
                .exits(0)
                .says(
                        "confirmed it; take it back by hand: Point the clients at redis-b",
                        "stays: it came before the point of no return hand-over");
        assertThat(pods()).noneMatch(pod -> pod.startsWith("redis-shake-sync"));
    }

    private static final String DOOR = """
                  - name: door
                    service:
                      name: door
                      type: ClusterIP
                      port: 6379
                      selector: ${standby.master-selector}
            """;

    private static String note(String data) {
        return "      - name: note\n        configmap:\n          name: note\n          data: " + data + "\n";
    }

    private static String playbook(String steps) {
        return """
                playbook: redis-dr/undone
                parameters:
                  standby: { type: redis, default: redis-b }
                phases:
                  - name: write
                    cluster: ${standby.cluster}
                    namespace: ${standby.namespace}
                    steps:
                """ + steps;
    }

    private Result run(String steps) throws Exception {
        site.playbook("undone", playbook(steps));
        return site.shakebook("run", "undone", "--yes");
    }

    private Result undo(String... arguments) {
        return site.command(
                Stream.concat(Stream.of("undo"), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> runs() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("state/shakebook/runs"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .sorted(java.util.Comparator.comparing(this::begun))
                    .map(name -> name.replace(".jsonl", ""))
                    .toList();
        }
    }

    private String begun(String journal) {
        try {
            String first = Files.readAllLines(
                            folder.resolve("state/shakebook/runs").resolve(journal))
                    .get(0);
            return first.replaceAll(".*\"at\": *\"([^\"]*)\".*", "$1");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ApiClient api() {
        return site.api("site-b");
    }

    private List<String> pods() {
        return api().get("/api/v1/namespaces/redis-b/pods").names();
    }

    private List<String> owners(String path) {
        return api().get(path).owners().stream().map(owner -> owner.manager()).toList();
    }

    /** All of an object that a person can see and write, and who owns what. */
    private Map<String, Object> state(String path) {
        Answer object = api().get(path).is(200);
        Map<String, Object> state = new TreeMap<>();
        for (String part : List.of("/data", "/spec", "/metadata/labels", "/metadata/annotations")) {
            state.put(part, object.at(part).toString());
        }
        object.owners()
                .forEach(owner -> state.put(
                        owner.manager() + " " + owner.operation(),
                        owner.fields().toString()));
        return state;
    }
}
