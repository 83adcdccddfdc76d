// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.AuditEntry;
import io.shakebook.testkit.apiserver.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Objects that only a new one can bring to what is wanted, on a real API server: a Deployment that somebody made
 * under another selector. Replaced only where the step says so, and never beside the old one.
 */
class RealReplaceIT {
    private static final String SPACE = "/namespaces/redis-b/";
    private static final String DEPLOYMENT = "/apis/apps/v1" + SPACE + "deployments/copy";
    private static final String PODS = "/api/v1" + SPACE + "pods";
    private static final String BY_HAND = """
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "copy"}, "spec": {
              "selector": {"matchLabels": {"made": "by-hand"}},
              "template": {"metadata": {"labels": {"made": "by-hand"}},
                "spec": {"containers": [{"name": "shake", "image": "old"}]}}}}""";
    private static final String PLAYBOOK = """
            playbook: %1$s
            summary: Replaces what stands in the way.
            phases:
              - name: all
                cluster: site
                namespace: redis-b
                steps:
                  - name: config
                    configmap:
                      name: copy
                      kind: Secret
                      data:
                        sync.toml: |
                          type = "sync"
                  - name: copy
                    needs: [config]
                    within: 1m
                    take: [spec, metadata.labels]
                    replace: %2$s
                    shake-app:
                      name: copy
                      image: registry.example/shake@sha256:46652d7d8893fa4508c3c6725afc1e211fb9cb894c4dc85e94287395a32fc3dc
                      arguments: [/etc/sync/sync.toml]
                      config: ${steps.config.object}
                      config-digest: ${steps.config.digest}
            """;
    private static final String DENIED = """
            {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingAdmissionPolicy",
             "metadata": {"name": "no-copy"}, "spec": {
              "matchConstraints": {"resourceRules": [{"apiGroups": ["apps"], "apiVersions": ["v1"],
                "operations": ["CREATE"], "resources": ["deployments"]}]},
              "validations": [{"expression": "false", "message": "nothing new in this maintenance window"}]}}""";
    private static final String BOUND = """
            {"apiVersion": "admissionregistration.k8s.io/v1", "kind": "ValidatingAdmissionPolicyBinding",
             "metadata": {"name": "no-copy"}, "spec": {"policyName": "no-copy", "validationActions": ["Deny"]}}""";

    @TempDir
    static Path folder;

    private static RealSpace space;
    private static ApiClient client;
    private static PlayedKubelet kubelet;

    @BeforeAll
    static void start() throws IOException {
        space = RealSpace.startWithControllers(folder, "redis-b");
        client = space.client();
        kubelet = new PlayedKubelet(client, "redis-b");
        space.playbook("careful", PLAYBOOK.formatted("careful", "false"));
        space.playbook("replace", PLAYBOOK.formatted("replace", "true"));
    }

    @AfterAll
    static void end() {
        if (space != null) {
            kubelet.close();
            space.close();
        }
    }

    @Test
    void onlyWhereTheStepSaysSoAndOnlyWhenTheOldPodIsGone() throws Exception {
        somebodyMadeIt();
        withoutAWordNothingIsReplaced();
        thePlanSaysThatItIsDeletedAndCreatedAgain();
        theNewOneComesWhenTheOldPodIsGone();
        theSecondRunWritesNothing();
        aSecondHalfThatIsRefusedSaysWhatStandsAndTheNextRunGoesOn();
    }

    private static void somebodyMadeIt() {
        client.post("/apis/apps/v1" + SPACE + "deployments?fieldManager=somebody", BY_HAND)
                .is(201);
        kubelet.awaitReady(1);
    }

    private static void withoutAWordNothingIsReplaced() throws Exception {
        Ended plan = shakebook("plan", "careful");
        assertThat(plan.exit()).as(plan.toString()).isEqualTo(6);
        assertThat(plan.err()).contains("must-be-replaced", "Deployment redis-b/copy", "replace: true");
        assertThat(space.writes()).isEmpty();
    }

    private static void thePlanSaysThatItIsDeletedAndCreatedAgain() throws Exception {
        Ended plan = shakebook("plan", "replace");
        assertThat(plan.exit()).as(plan.toString()).isZero();
        assertThat(plan.out())
                .contains("delete and create again: Deployment redis-b/copy")
                .contains("! all/copy  deletes a Deployment and creates it again")
                .contains("1 to delete and create again")
                .containsPattern("takes +spec.selector from somebody, last changed 20");
        assertThat(space.writes()).isEmpty();
    }

    private static void theNewOneComesWhenTheOldPodIsGone() throws Exception {
        kubelet.linger("copy-");
        Process run = starting();
        kubelet.awaitTerminating("copy-");
        Answer old = client.get(DEPLOYMENT).is(200);
        assertThat(old.value("/spec/selector/matchLabels/made")).isEqualTo("by-hand");
        assertThat(old.value("/metadata/deletionTimestamp")).isNotEmpty();
        assertThat(client.get(PODS).names()).hasSize(1);
        new Eventually(Duration.ofSeconds(30))
                .get(
                        "the run says what it waits for",
                        RealReplaceIT::said,
                        said -> said.contains("wait   all/copy  the old Deployment redis-b/copy is being deleted"));
        assertThat(run.isAlive()).as(said()).isTrue();

        kubelet.letGo("copy-");
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
        assertThat(run.exitValue()).as(said()).isZero();
        assertThat(client.get(DEPLOYMENT).value("/spec/selector/matchLabels/app"))
                .isEqualTo("copy");
        assertThat(space.writes()).allMatch(AuditEntry::guarded);
        assertThat(space.writes().stream().filter(write -> write.uri().contains("deployments")))
                .extracting(AuditEntry::verb)
                .containsExactly("delete", "patch");
    }

    private static void theSecondRunWritesNothing() throws Exception {
        int before = space.writes().size();
        Ended again = shakebook("run", "replace", "--yes", "--confirm", "all");
        assertThat(again.exit()).as(again.toString()).isZero();
        assertThat(space.writes()).hasSize(before);
    }

    private static void aSecondHalfThatIsRefusedSaysWhatStandsAndTheNextRunGoesOn() throws Exception {
        client.delete(DEPLOYMENT).is(200);
        new Eventually(Duration.ofSeconds(30))
                .get("all is gone", () -> client.get(PODS).names(), List::isEmpty);
        somebodyMadeIt();
        kubelet.linger("copy-");
        Process run = starting();
        kubelet.awaitTerminating("copy-");
        nothingNewIsLetIn();
        kubelet.letGo("copy-");
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
        assertThat(run.exitValue()).as(said()).isEqualTo(3);
        assertThat(said().replaceAll("\\s+", " "))
                .contains("nothing new in this maintenance window")
                .contains("the old Deployment redis-b/copy is deleted, the new one is not there yet")
                .contains("shakebook resume r-");

        client.delete("/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings/no-copy")
                .is(200);
        new Eventually(Duration.ofSeconds(30)).get("new ones are let in", RealReplaceIT::dryRun, code -> code == 201);
        Ended again = shakebook("run", "replace", "--yes", "--confirm", "all");
        assertThat(again.exit()).as(again.toString()).isZero();
    }

    /** An administrator's rule, from when it holds. */
    private static void nothingNewIsLetIn() {
        String group = "/apis/admissionregistration.k8s.io/v1/";
        client.post(group + "validatingadmissionpolicies", DENIED).is(201);
        client.post(group + "validatingadmissionpolicybindings", BOUND).is(201);
        new Eventually(Duration.ofSeconds(30)).get("the rule holds", RealReplaceIT::dryRun, code -> code == 422);
    }

    private static int dryRun() {
        return client.post(
                        "/apis/apps/v1" + SPACE + "deployments?dryRun=All",
                        BY_HAND.replace("\"name\": \"copy\"", "\"name\": \"another\""))
                .code();
    }

    private static Process starting() throws IOException {
        return program().start(out(), err(), space.arguments("run", "replace", "--yes", "--confirm", "all"));
    }

    private static String said() {
        try {
            return Files.readString(out()) + Files.readString(err());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path out() {
        return folder.resolve("out");
    }

    private static Path err() {
        return folder.resolve("err");
    }

    private static Ended shakebook(String verb, String playbook, String... more) throws Exception {
        return program().run(space.arguments(verb, playbook, more));
    }

    private static Shakebook program() {
        return Shakebook.started(folder);
    }
}
