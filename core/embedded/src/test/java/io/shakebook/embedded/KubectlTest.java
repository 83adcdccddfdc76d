// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Plain kubectl, as users have it, against an embedded cluster; skipped where there is no kubectl. */
@Execution(ExecutionMode.CONCURRENT)
class KubectlTest {
    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: web
                      image: web:1
                      ports: [{containerPort: 80}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            data: {colour: red, size: "1"}
            """;

    @TempDir
    private Path folder;

    private Optional<EmbeddedCluster> cluster = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        assumeTrue(hasKubectl(), "kubectl is not on the PATH");
        EmbeddedCluster opened = EmbeddedCluster.open(folder.resolve("state"), Seed.empty(), Clusters.quick("site-a"));
        cluster = Optional.of(opened);
        Files.writeString(folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: site-a, cluster: {server: "%s"}}]
                users: [{name: demo, user: {}}]
                contexts: [{name: site-a, context: {cluster: site-a, user: demo}}]
                current-context: site-a
                """.formatted(opened.url()));
        Files.writeString(folder.resolve("web.yaml"), MANIFEST);
    }

    @AfterEach
    void close() throws Exception {
        if (cluster.isPresent()) {
            cluster.get().close();
        }
    }

    private static boolean hasKubectl() {
        return java.util.Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "kubectl")));
    }

    private record Result(int code, String out) {
        Result ok() {
            assertThat(code).as(out).isZero();
            return this;
        }

        Result says(String... parts) {
            assertThat(out).contains(parts);
            return this;
        }
    }

    private Result kubectl(String... arguments) throws IOException, InterruptedException {
        return kubectl(Map.of(), arguments);
    }

    private Result kubectl(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", folder.resolve("kubeconfig").toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("kubectl ends").isTrue();
        return new Result(process.exitValue(), out);
    }

    private String file() {
        return folder.resolve("web.yaml").toString();
    }

    private void applied() throws Exception {
        kubectl("apply", "-f", file()).ok().says("deployment.apps/web created", "service/web created");
        kubectl("rollout", "status", "deploy/web", "--timeout=30s").ok().says("successfully rolled out");
    }

    @Test
    void applyTwiceChangesNothingTheSecondTime() throws Exception {
        applied();
        kubectl("apply", "-f", file())
                .ok()
                .says("deployment.apps/web unchanged", "service/web unchanged", "configmap/settings unchanged");
        kubectl("diff", "-f", file()).ok();
    }

    @Test
    void serverSideApplyMeetsAnEditAsAConflict() throws Exception {
        kubectl("apply", "--server-side", "-f", file()).ok().says("configmap/settings serverside-applied");
        kubectl(Map.of("EDITOR", "sed -i s/red/blue/"), "edit", "configmap", "settings")
                .ok()
                .says("configmap/settings edited");
        Result refused = kubectl("apply", "--server-side", "-f", file());
        assertThat(refused.code()).isEqualTo(1);
        refused.says("conflict with \"kubectl-edit\" using v1: .data.colour");
        kubectl("apply", "--server-side", "--force-conflicts", "-f", file()).ok();
        kubectl("get", "cm", "settings", "-o", "jsonpath={.data.colour}").ok().says("red");
    }

    @Test
    void diffShowsAChangedValueAndWritesNothing() throws Exception {
        applied();
        Files.writeString(folder.resolve("web.yaml"), MANIFEST.replace("red", "green"));
        Result diff = kubectl("diff", "-f", file());
        assertThat(diff.code()).isEqualTo(1);
        diff.says("-  colour: red", "+  colour: green");
        kubectl("get", "cm", "settings", "-o", "yaml").ok().says("colour: red");
    }

    @Test
    void getShowsTheColumnsThatPeopleKnow() throws Exception {
        applied();
        kubectl("get", "pods", "-o", "wide").ok().says("NAME", "READY", "STATUS", "RESTARTS", "NODE", "1/1", "Running");
        kubectl("get", "deploy,rs,svc,cm,ns,nodes,endpoints,events")
                .ok()
                .says("UP-TO-DATE", "CLUSTER-IP", "80:3", "DATA");
        kubectl("get", "all").ok().says("pod/web-", "replicaset.apps/web-", "service/kubernetes");
    }

    @Test
    void describeTellsTheStoryOfADeploymentAndItsPods() throws Exception {
        applied();
        kubectl("describe", "deploy", "web").ok().says("RollingUpdate", "MinimumReplicasAvailable", "web:1");
        // an event may follow what it tells of
        Clusters.EVENTUALLY
                .get("the start as an event", this::pods, pods -> pods.out().contains("Started container web"))
                .says("Controlled By:", "ReplicaSet/web-");
        kubectl("describe", "svc", "web").ok().says("NodePort:", "Endpoints:");
        kubectl("describe", "node").ok().says("site-a-node-1");
    }

    private Result pods() {
        try {
            return kubectl("describe", "pods").ok();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void patchesOfAllThreeKindsWork() throws Exception {
        applied();
        kubectl("patch", "cm", "settings", "--type=merge", "-p", "{\"data\":{\"size\":\"2\"}}")
                .ok();
        kubectl("patch", "cm", "settings", "--type=json", "-p", "[{\"op\":\"remove\",\"path\":\"/data/colour\"}]")
                .ok();
        kubectl(
                        "patch",
                        "deploy",
                        "web",
                        "-p",
                        "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"env\":[{\"name\":\"A\",\"value\":\"b\"}]}]}}}}")
                .ok();
        kubectl("get", "cm", "settings", "-o", "jsonpath={.data}").ok().says("{\"size\":\"2\"}");
        kubectl("get", "deploy", "web", "-o", "jsonpath={.spec.template.spec.containers[0]}")
                .ok()
                .says("web:1", "\"A\"");
    }

    @Test
    void labelsAnnotationsAndImagesAreSet() throws Exception {
        applied();
        kubectl("label", "cm", "settings", "tier=web").ok().says("labeled");
        kubectl("get", "cm", "-l", "tier in (web)").ok().says("settings");
        kubectl("annotate", "cm", "settings", "note=x").ok().says("annotated");
        kubectl("set", "image", "deploy/web", "web=web:2").ok().says("image updated");
        kubectl("rollout", "status", "deploy/web", "--timeout=30s").ok();
        kubectl("rollout", "undo", "deploy/web").ok().says("rolled back");
        kubectl("get", "deploy", "web", "-o", "jsonpath={.spec.template.spec.containers[0].image}")
                .ok()
                .says("web:1");
    }

    @Test
    void scaledToZeroPodsGoAndWaitSeesIt() throws Exception {
        applied();
        kubectl("logs", "deploy/web").ok().says("simulated container web started");
        kubectl("scale", "deploy", "web", "--replicas=0").ok().says("scaled");
        kubectl("wait", "--for=delete", "pod", "-l", "app=web", "--timeout=30s").ok();
        kubectl("get", "pods").ok().says("No resources found");
    }

    @Test
    void deleteWaitsAndTakesTheDependentsAlong() throws Exception {
        applied();
        kubectl("delete", "-f", file()).ok().says("deployment.apps \"web\" deleted");
        kubectl("wait", "--for=delete", "pod", "-l", "app=web", "--timeout=30s");
        kubectl("get", "rs,pods").ok().says("No resources found");
    }

    @Test
    void theServerSaysThatItIsSimulatedAndWhatItServes() throws Exception {
        kubectl("version").says("+shakebook");
        kubectl("api-resources").ok().says("deployments", "deploy", "statefulsets", "leases", "endpointslices");
    }

    @Test
    void mistakesAreToldAsARealServerTellsThem() throws Exception {
        kubectl("get", "cm", "none").says("configmaps \"none\" not found");
        kubectl("get", "nonsense").says("the server doesn't have a resource type \"nonsense\"");
        Files.writeString(folder.resolve("web.yaml"), MANIFEST.replace("port: 80}]}", "port: 99999}]}"));
        kubectl("apply", "-f", file()).says("spec.ports[0].port: Invalid value: 99999: must be between 1 and 65535");
        kubectl("create", "namespace", "x").says("reads JSON and YAML, not the protobuf");
    }
}
