// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.DemoSite.Result;
import io.shakebook.engine.plan.Plan;
import io.shakebook.engine.plan.PlanFile;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.engine.plan.PlannedStep;
import io.shakebook.spi.value.Bound;
import io.shakebook.testkit.apiserver.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A plan was kept, then somebody was at the cluster, then the plan is applied: what it touches must be as it was. */
@Execution(ExecutionMode.CONCURRENT)
class ForeignChangeTest extends DemoStory {
    private static final String SERVICES = "/api/v1/namespaces/redis-a/services";
    private static final String SERVICE = SERVICES + "/redis-a-leader-svc-1";
    private static final String SECRET = "/api/v1/namespaces/redis-a/secrets/redis-a-auth";
    private static final String CONFIG = "/api/v1/namespaces/redis-b/configmaps/redis-sync-1";
    private static final String BY_HAND = "?fieldManager=kubectl-edit";

    /** The plan sets one field: the selector of one Service, which somebody turned to the followers. */
    @BeforeEach
    void plan() throws Exception {
        site.serve();
        site.run("sync").exits(0);
        edit("{\"spec\":{\"selector\":{\"role\":\"follower\"}}}");
        site.shakebook("plan", "sync", "--out", file(), "--exit-code").exits(2).says("next: ", "apply " + file());
    }

    private String file() {
        return site.file("my.plan").toString();
    }

    private void edit(String patch) {
        site.api("site-a")
                .patch(ApiClient.MERGE_PATCH, SERVICE + BY_HAND, patch)
                .is(200);
    }

    private Result apply(String... more) {
        String[] command = new String[more.length + 5];
        System.arraycopy(more, 0, command, 5, more.length);
        System.arraycopy(new String[] {"apply", file(), "--yes", "--confirm", "all"}, 0, command, 0, 5);
        return site.command(command);
    }

    private void applied() {
        apply().exits(0).says("1 object changed");
        assertThat(site.api("site-a").get(SERVICE).value("/spec/selector/role")).isEqualTo("leader");
    }

    private Result refused() {
        Map<String, String> before = site.versions();
        Result refused = apply().exits(4).says("error[stale]: Service redis-a/redis-a-leader-svc-1 changed");
        assertThat(site.versions()).isEqualTo(before);
        return refused;
    }

    @Test
    void nobodyWasThere() {
        applied();
        apply().exits(0).says("0 objects changed");
    }

    @Test
    void theFieldWasEditedAgain() {
        edit("{\"spec\":{\"selector\":{\"role\":\"nobody\"}}}");
        refused()
                .says(
                        "spec.selector.role planned on \"follower\", is now \"nobody\", by kubectl-edit at 20",
                        "apply " + file() + " --replan");
    }

    @Test
    void theFieldIsAlreadyAsWanted() {
        edit("{\"spec\":{\"selector\":{\"role\":\"leader\"}}}");
        apply().exits(0).says("is already so", "0 objects changed");
    }

    @Test
    void theFieldWasRemoved() {
        edit("{\"spec\":{\"selector\":{\"role\":null}}}");
        refused().says("planned on \"follower\", is now nothing; the object was last written by kubectl-edit at 20");
    }

    @Test
    void anotherFieldWasEditedAndStaysSo() {
        edit("{\"spec\":{\"sessionAffinity\":\"ClientIP\"}}");
        applied();
        assertThat(site.api("site-a").get(SERVICE).value("/spec/sessionAffinity"))
                .isEqualTo("ClientIP");
    }

    @Test
    void aPersonAddedALabelWhichStays() {
        edit("{\"metadata\":{\"labels\":{\"team\":\"shop\"}}}");
        applied();
        assertThat(site.api("site-a").get(SERVICE).value("/metadata/labels/team"))
                .isEqualTo("shop");
    }

    @Test
    void onlyTheStatusChanged() {
        site.api("site-a")
                .patch(
                        ApiClient.MERGE_PATCH,
                        SERVICE + "/status" + BY_HAND,
                        "{\"status\":{\"loadBalancer\":{\"ingress\":[{\"ip\":\"10.0.0.9\"}]}}}")
                .is(200);
        applied();
    }

    @Test
    void theObjectWasDeleted() {
        site.api("site-a").delete(SERVICE).is(200);
        refused().says("object was there when the plan was made, and is gone");
    }

    @Test
    void theObjectWasDeletedAndMadeAgain() {
        String body = "{\"metadata\":{\"name\":\"redis-a-leader-svc-1\"},\"spec\":{\"type\":\"NodePort\",\"selector\":"
                + "{\"role\":\"follower\"},\"ports\":[{\"port\":6379}]}}";
        site.api("site-a").delete(SERVICE).is(200);
        site.api("site-a").post(SERVICES + "?fieldManager=kubectl-create", body).is(201);
        refused().says("object is another one of that name than when the plan was made, made by kubectl-create at 20");
    }

    @Test
    void aSecretWasRotatedAndTheNewOneIsWrittenSinceTheApprovalCoversIt() throws Exception {
        site.api("site-b").delete(CONFIG).is(200);
        site.shakebook("plan", "sync", "--out", file()).exits(0).says("Approving covers the secrets as they are");
        String rotated = Base64.getEncoder().encodeToString("rotated-since".getBytes("UTF-8"));
        site.api("site-a")
                .patch(ApiClient.MERGE_PATCH, SECRET + BY_HAND, "{\"data\":{\"password\":\"" + rotated + "\"}}")
                .is(200);
        apply();
        assertThat(site.api("site-b").get(CONFIG).value("/data/sync.toml")).contains("rotated-since");
        assertThat(site.everythingShown() + Files.readString(site.file("my.plan")))
                .doesNotContain("rotated-since");
    }

    @Test
    void aFactThatTheStepRestsOnDoesNotHoldAnyMore() throws Exception {
        site.playbook("fronts", """
                playbook: redis-dr/fronts
                summary: A Service for each shard.
                parameters:
                  pair: { type: redis-pair, doc: "Whose shards" }
                facts:
                  shards:
                    redis-shards:
                      redis: ${pair.primary}
                phases:
                  - name: all
                    cluster: ${pair.primary.cluster}
                    namespace: ${pair.primary.namespace}
                    steps:
                      - name: front
                        for-each: shard in facts.shards
                        service:
                          name: front${shard.suffix}
                          port: 6379
                          selector: ${shard.selector}
                """);
        site.shakebook("plan", "fronts", "--out", file()).exits(0).says("3 to create");
        site.api("site-a").delete("/apis/apps/v1/namespaces/redis-a/statefulsets/redis-a-leader");
        site.api("site-a").delete("/api/v1/namespaces/redis-a/pods/redis-a-leader-2?gracePeriodSeconds=0");
        apply().exits(4).says("error[stale]: the fact shards does not hold any more");
        site.api("site-a").get(SERVICES + "/front-0").is(404);
    }

    @Test
    void whatIsDifferentNowIsShownAndNeedsAYesOfItsOwn() {
        edit("{\"spec\":{\"selector\":{\"role\":\"nobody\"}}}");
        Result shown = site.command("apply", file(), "--replan", "--yes", "--confirm", "all");
        shown.exits(6)
                .says(
                        "Against the approved plan sha256:",
                        "(follower -> leader) -> (nobody -> leader)",
                        "add --approve-digest sha256:");
        String digest = shown.out().replaceAll("(?s).*Digest (sha256:[0-9a-f]+).*", "$1");
        site.command("apply", file(), "--replan", "--approve-digest", digest, "--confirm", "all")
                .exits(0)
                .says("1 object changed");
    }

    @Test
    void aPlanIsForItsClustersAndNoOther() throws Exception {
        site.close();
        try (Stream<Path> state = Files.walk(site.file("state"))) {
            for (Path file : state.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        site.serve();
        Map<String, String> before = site.versions();
        apply().exits(65).says("error[another-cluster]: \"site-a\"", "is another cluster than the plan was made for");
        assertThat(site.versions()).isEqualTo(before);
    }

    @Test
    void aValueThatNobodyApprovedIsUsedByNoStep() throws Exception {
        site.api("site-a").delete(SERVICE).is(200);
        site.shakebook("plan", "sync", "--out", file()).exits(0);
        Plan plan = PlanFile.read(Files.readString(site.file("my.plan")));
        Files.writeString(site.file("my.plan"), PlanFile.write(narrowed(plan)));
        String config = site.api("site-b").get(CONFIG).value("/data/sync.toml");
        apply().exits(3).says("error[unapproved-value]", "nodePort approved was 1-2, is 3", "do plan again");
        assertThat(site.api("site-b").get(CONFIG).value("/data/sync.toml")).isEqualTo(config);
    }

    /** The same plan with a bound for node ports that no server would keep. */
    private static Plan narrowed(Plan plan) {
        List<PlannedStep> steps = plan.steps().stream()
                .map(step -> {
                    Map<String, PlannedOutput> outputs = new LinkedHashMap<>();
                    step.outputs().forEach((name, output) -> outputs.put(name, narrowed(output)));
                    return new PlannedStep(
                            step.address(),
                            step.module(),
                            step.confirm(),
                            step.cluster(),
                            step.namespace(),
                            step.at(),
                            step.needs(),
                            step.within(),
                            step.hold(),
                            step.uses(),
                            step.args(),
                            step.changes(),
                            outputs);
                })
                .toList();
        return new Plan(plan.made(), plan.facts(), plan.phases(), steps, plan.seen());
    }

    private static PlannedOutput narrowed(PlannedOutput output) {
        return output instanceof PlannedOutput.Field field && field.bound() instanceof Bound.Between
                ? new PlannedOutput.Field(field.change(), field.path(), Bound.between(1, 2))
                : output;
    }
}
