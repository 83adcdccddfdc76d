// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shakebook.cli.report.Answers;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Terminal;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.RealApiServer;
import io.shakebook.wiring.Machine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> assets = RealApiServer.assets(System.getenv());
        assumeTrue(assets.isPresent(), "KUBEBUILDER_ASSETS names no folder with etcd and kube-apiserver");
        real = RealApiServer.start(assets.get());
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
        assertThat(shakebook("inventory", "init", "--context", "real", "--kubeconfig", config, "-o", place))
                .isZero();
        String written = Files.readString(folder.resolve("new/inventory.yaml"));
        assertThat(written)
                .contains("    server: " + real.server().uri() + " ")
                .contains("    identity: " + identity + " ")
                .contains("    node-address: 10.0.1.11 ")
                .contains("InternalIP of the node n1");
        assertThat(shakebook("inventory", "show", "-i", place)).isZero();

        assertThat(shakebook("clusters", "-i", place)).isZero();
        assertThat(out.toString(UTF_8))
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
        assertThat(shakebook("clusters", "-i", folder.resolve("loose").toString()))
                .isZero();
        assertThat(out.toString(UTF_8))
                .contains(
                        "does not pin it. To refuse",
                        "    server: " + real.server().uri() + "\n    identity: " + identity);
    }

    @Test
    void anotherClusterThanThePinnedOneIsDark() throws IOException {
        inventory("other", ", identity: 00000000-0000-0000-0000-000000000000");
        assertThat(shakebook("clusters", "-i", folder.resolve("other").toString()))
                .isEqualTo(69);
        assertThat(out.toString(UTF_8).replaceAll("\\s+", " ")).contains("has the uid " + identity + ", pinned is 0");
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
        assertThat(shakebook("clusters", "-i", folder.resolve("nobody").toString()))
                .isZero();
        assertThat(out.toString(UTF_8)).contains("system:serviceaccount:default:nobody", "(may not be read)");

        inventory("stranger", ", kubeconfig: " + kubeconfig("stranger.kubeconfig", "made-up"));
        assertThat(shakebook("clusters", "-i", folder.resolve("stranger").toString()))
                .isEqualTo(69);
        assertThat(out.toString(UTF_8).replaceAll("\\s+", " "))
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

    private int shakebook(String... arguments) {
        out.reset();
        Console console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(out, true, UTF_8),
                Terminal.NONE,
                false,
                () -> 120,
                new Answers(new ByteArrayInputStream(new byte[0])));
        return new Wiring(console, RealClustersIT::machine).verbs().run(arguments);
    }

    private static Machine machine() {
        return new Machine(
                Map.of("XDG_STATE_HOME", folder.resolve("state").toString()),
                folder,
                folder,
                Optional.empty(),
                Clock.systemUTC(),
                new SecureRandom(),
                "test",
                "li@ops-1");
    }
}
