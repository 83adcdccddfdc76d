// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.RealApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a kubeconfig to an inventory of a real cluster, and what is said of it and of us. */
class RealClustersIT {
    private static final String NODE = """
            {"metadata":{"name":"n1"},"status":{"addresses":[{"type":"InternalIP","address":"10.0.1.11"}],
             "conditions":[{"type":"Ready","status":"True","reason":"x","message":"y"}]}}""";

    @TempDir
    static Path folder;

    private static RealApiServer real;
    private static ApiClient client;
    private static String identity;

    @BeforeAll
    static void start() throws IOException {
        real = RealApiServer.start(RealApiServer.assetsOrSkip());
        client = new ApiClient(real.server());
        client.post("/api/v1/nodes", NODE).is(201);
        identity = client.get("/api/v1/namespaces/kube-system").is(200).uid();
    }

    @AfterAll
    static void end() {
        if (real != null) {
            real.close();
        }
    }

    @Test
    void aNewInventoryIsPinnedAndItsClusterAnswers() throws IOException {
        String place = folder.resolve("new").toString();
        String config = real.kubeconfig().toString();
        shakebook(0, "inventory", "init", "--context", "real", "--kubeconfig", config, "-o", place);
        String written = Files.readString(folder.resolve("new/inventory.yaml"));
        assertThat(written)
                .contains("    server: " + real.server().uri() + " ")
                .contains("    identity: " + identity + " ")
                .contains("    node-address: 10.0.1.11 ")
                .contains("InternalIP of the node n1");
        shakebook(0, "inventory", "show", "-i", place);

        assertThat(shakebook(0, "clusters", "-i", place).out())
                .contains("real ", " ms ", "v1.", " admin ", identity)
                .doesNotContain("does not pin");
        assertThat(real.audit())
                .filteredOn(entry -> entry.userAgent().equals("shakebook"))
                .isNotEmpty()
                .noneMatch(entry -> entry.wrote());
    }

    @Test
    void withoutPinsTheLinesToCopyAreShown() throws IOException {
        inventory("loose", "");
        assertThat(shakebook(0, "clusters", "-i", folder.resolve("loose").toString())
                        .out())
                .contains(
                        "does not pin it. To refuse",
                        "    server: " + real.server().uri() + "\n    identity: " + identity);
    }

    @Test
    void anotherClusterThanThePinnedOneIsDark() throws IOException {
        inventory("other", ", identity: 00000000-0000-0000-0000-000000000000");
        assertThat(shakebook(69, "clusters", "-i", folder.resolve("other").toString())
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("has the uid " + identity + ", pinned is 0");
    }

    @Test
    void whoMayNothingStillLearnsWhoHeIs() throws IOException {
        client.post("/api/v1/namespaces/default/serviceaccounts", "{\"metadata\":{\"name\":\"nobody\"}}")
                .is(201);
        String token = client.post(
                        "/api/v1/namespaces/default/serviceaccounts/nobody/token",
                        "{\"apiVersion\":\"authentication.k8s.io/v1\",\"kind\":\"TokenRequest\",\"spec\":{}}")
                .is(201)
                .value("/status/token");
        inventory("nobody", ", kubeconfig: " + kubeconfig("nobody.kubeconfig", token));
        assertThat(shakebook(0, "clusters", "-i", folder.resolve("nobody").toString())
                        .out())
                .contains("system:serviceaccount:default:nobody", "(may not be read)");

        inventory("stranger", ", kubeconfig: " + kubeconfig("stranger.kubeconfig", "made-up"));
        assertThat(shakebook(69, "clusters", "-i", folder.resolve("stranger").toString())
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("does not accept the credential of the kubeconfig: answer 401")
                .doesNotContain("made-up");
    }

    /** The administrator's, with another token. */
    private static String kubeconfig(String name, String token) throws IOException {
        String other = Files.readString(real.kubeconfig()).replace(real.token(), token);
        return Files.writeString(folder.resolve(name), other).toString();
    }

    /** One cluster called "it". */
    private static void inventory(String name, String more) throws IOException {
        String config = more.contains("kubeconfig:") ? "" : ", kubeconfig: " + real.kubeconfig();
        Files.createDirectories(folder.resolve(name));
        Files.writeString(
                folder.resolve(name).resolve("inventory.yaml"),
                "inventory: test\nclusters:\n  it: { context: real" + config + more + " }\n");
    }

    private static Ended shakebook(int code, String... arguments) {
        return Program.in(folder).exits(code, arguments);
    }
}
