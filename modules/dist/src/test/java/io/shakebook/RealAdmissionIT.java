// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies of a real cluster that change, warn of or refuse what Shakebook writes. */
class RealAdmissionIT {
    /** Policies take effect a moment after they were written. */
    private static final Eventually SOON = new Eventually(Duration.ofSeconds(30));

    private static final String API = "/apis/admissionregistration.k8s.io/v1/";
    private static final String CONFIG_MAPS =
            "\"matchConstraints\": {\"resourceRules\": [{\"apiGroups\": [\"\"], \"apiVersions\": [\"v1\"],"
                    + " \"operations\": [\"CREATE\", \"UPDATE\"], \"resources\": [\"configmaps\"]}]}";

    @TempDir
    Path folder;

    @Test
    void aClusterThatChangesWarnsAndRefusesIsToldAndWrittenToOnce() throws Exception {
        try (RealSpace space = RealSpace.start(folder, "ns")) {
            space.playbook("one", """
                    playbook: one
                    phases:
                      - name: all
                        cluster: site
                        namespace: ns
                        steps:
                          - name: settings
                            configmap: { name: settings, data: { mode: ours } }
                    """);
            space.client()
                    .post(API + "mutatingadmissionpolicies", """
                            {"metadata": {"name": "rewrites"}, "spec": {"failurePolicy": "Fail", "reinvocationPolicy": "Never", %s,
                              "mutations": [{"patchType": "ApplyConfiguration", "applyConfiguration":
                                {"expression": "Object{data: {'mode': 'theirs'}}"}}]}}""".formatted(CONFIG_MAPS))
                    .is(201);
            bind(space, "mutatingadmissionpolicybindings", "rewrites", "");
            String changes = "data.mode becomes \"theirs\", wanted is \"ours\"";
            SOON.get(
                    "a plan that tells",
                    () -> space.exits(0, "plan", "one"),
                    plan -> oneLine(plan.out()).contains(changes));
            space.exits(0, "run", "one", "--yes");
            int written = space.writes().size();
            Ended again = space.exits(0, "run", "one", "--yes");
            assertThat(oneLine(again.out())).contains(changes);
            assertThat(space.writes()).hasSize(written);

            space.client().delete(API + "mutatingadmissionpolicybindings/rewrites");
            space.client()
                    .post(API + "validatingadmissionpolicies", """
                            {"metadata": {"name": "owners"}, "spec": {"failurePolicy": "Fail", %s,
                              "validations": [{"expression": "'owner' in object.metadata.labels", "message": "who owns it?"}]}}""".formatted(CONFIG_MAPS))
                    .is(201);
            bind(space, "validatingadmissionpolicybindings", "owners", ", \"validationActions\": [\"Warn\"]");
            String warning = "site: the server warns of ConfigMap ns/settings:";
            SOON.get(
                    "a warning",
                    () -> space.exits(0, "plan", "one"),
                    plan -> plan.err().contains(warning));

            bind(
                    space,
                    "validatingadmissionpolicybindings",
                    "owners",
                    "strictly",
                    ", \"validationActions\": [\"Deny\"]");
            Ended refused = SOON.get(
                    "a refusal",
                    () -> Program.in(folder).run(space.arguments("plan", "one")),
                    plan -> plan.exit() != 0);
            assertThat(refused.exit()).isEqualTo(6);
            assertThat(oneLine(refused.err())).contains("who owns it?", "comply with what the policy \"owners\"");
            assertThat(space.writes()).hasSize(written);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static void bind(RealSpace space, String bindings, String policy, String more) {
        bind(space, bindings, policy, policy, more);
    }

    private static void bind(RealSpace space, String bindings, String policy, String name, String more) {
        space.client()
                .post(
                        API + bindings,
                        "{\"metadata\": {\"name\": \"" + name + "\"}, \"spec\": {\"policyName\": \"" + policy + "\""
                                + more + "}}")
                .is(201);
    }
}
