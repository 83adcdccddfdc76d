// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A newcomer's second step, with the real program: from contexts of a kubeconfig to an inventory that answers. */
@Execution(ExecutionMode.CONCURRENT)
class ClustersE2eTest {
    @TempDir
    Path home;

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
    void embeddedClustersAnswer() throws Exception {
        Ended ended = shakebook("clusters", "-i", "demo");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.out()).contains("site-a", "site-b", "v1.36.0+shakebook", "system:anonymous", " ms ");
        assertThat(shakebook("clusters", "-i", "demo", "--format", "json").out())
                .contains("\"reachable\": true", "\"about\": \"embedded\"");
    }

    @Test
    void contextsBecomeAnInventoryThatIsPinnedAndIsNeverOverwritten() throws Exception {
        String config = site.kubeconfig().toString();
        Ended shown = init("--context", "site-a", "--context", "site-b", "--kubeconfig", config);
        assertThat(shown.exit()).as(shown.toString()).isZero();
        assertThat(shown.out()).contains("    identity: ", "    node-address: ", "# redis:");

        Ended written = init("--context", "site-a", "--context", "site-b", "--kubeconfig", config, "-o", "new");
        assertThat(written.exit()).as(written.toString()).isZero();
        assertThat(written.err()).contains("To be filled in by you: redis, redis-pair.", "clusters -i new");
        assertThat(shakebook("inventory", "show", "-i", "new").exit()).isZero();
        Ended clusters = shakebook("clusters", "-i", "new");
        assertThat(clusters.exit()).as(clusters.toString()).isZero();
        assertThat(clusters.out()).doesNotContain("does not pin");

        String before = Files.readString(folder.resolve("new/inventory.yaml"));
        Ended again = init("--context", "site-a", "--kubeconfig", config, "-o", "new");
        assertThat(again.exit()).isEqualTo(74);
        assertThat(again.err()).contains("there is an inventory already");
        assertThat(Files.readString(folder.resolve("new/inventory.yaml"))).isEqualTo(before);
    }

    @Test
    void itsExamplesMakeAnInventoryWhenTheyAreNoCommentsAnyMore() throws Exception {
        init(
                "--context",
                "site-a",
                "--context",
                "site-b",
                "--kubeconfig",
                site.kubeconfig().toString(),
                "-o",
                "new");
        Path file = folder.resolve("new/inventory.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^# ", ""));
        Ended shown = shakebook("inventory", "show", "-i", "new");
        assertThat(shown.exit()).as(shown.toString()).isZero();
        assertThat(shown.out()).contains("redis redis-a", "redis-pair shop");
        Ended planned = shakebook("validate", "playbooks/redis-dr/failover.yaml", "-i", "new", "-p", "pair=shop");
        assertThat(planned.exit()).as(planned.toString()).isZero();
    }

    @Test
    void oneDarkClusterLeavesItsPinsToBeFilledIn() throws Exception {
        String config = Files.readString(site.kubeconfig());
        int second = config.indexOf("server:", config.indexOf("server:") + 1);
        String dark = config.substring(second).replaceFirst("http://127.0.0.1:[0-9]+", "http://127.0.0.1:1");
        Files.writeString(folder.resolve("kubeconfig"), config.substring(0, second) + dark);
        Ended written = init("--context", "site-a", "--context", "site-b", "--kubeconfig", "kubeconfig", "-o", "new");
        assertThat(written.exit()).as(written.toString()).isZero();
        assertThat(written.err()).contains("site-b: connection refused");
        assertThat(Files.readString(folder.resolve("new/inventory.yaml")))
                .contains("    # identity: UID", "    server: http://127.0.0.1:1 ");
        assertThat(shakebook("inventory", "show", "-i", "new").exit()).isZero();
        Ended clusters = shakebook("clusters", "-i", "new");
        assertThat(clusters.exit()).as(clusters.toString()).isEqualTo(69);
        assertThat(clusters.out()).contains("site-a", " ms ").contains("site-b   dark: connection refused");
    }

    @Test
    void anUnknownContextIsSaidAndNothingIsWritten() throws Exception {
        Ended ended =
                init("--context", "nope", "--kubeconfig", site.kubeconfig().toString(), "-o", "new");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(65);
        assertThat(ended.err()).contains("has no context \"nope\"; it has site-a, site-b");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void aCommandForCredentialsRunsOnlyIfTheUsersOwnFileAllowsIt() throws Exception {
        Path ran = folder.resolve("ran");
        Path login = Files.writeString(folder.resolve("login.sh"), """
                #!/bin/sh
                touch %s
                echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"x"}}'
                """.formatted(ran));
        assertThat(login.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                folder.resolve("kubeconfig"),
                Files.readString(site.kubeconfig())
                        .replace(
                                "user: {}",
                                "user: {exec: {command: ./login.sh, apiVersion: client.authentication.k8s.io/v1}}"));
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(
                folder.resolve("mine/inventory.yaml"),
                "inventory: mine\nclusters:\n  a: { kubeconfig: ../kubeconfig, context: site-a }\n");
        Ended refused = shakebook("clusters", "-i", "mine");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(69);
        String line = "credential-commands: [\"" + login.toRealPath() + "\"]";
        assertThat(refused.out().replaceAll("\\s+", " ")).contains(line, "shakebook/config.yaml");
        assertThat(ran).doesNotExist();

        Path config = Files.createDirectories(home.resolve("config/shakebook")).resolve("config.yaml");
        Files.writeString(config, line + "\n");
        Ended allowed = shakebook("clusters", "-i", "mine");
        assertThat(allowed.exit()).as(allowed.toString()).isZero();
        assertThat(ran).exists();

        Files.writeString(config, "credential-command: [\"./login.sh\"]\n");
        Ended wrong = shakebook("clusters", "-i", "mine");
        assertThat(wrong.exit()).as(wrong.toString()).isEqualTo(65);
        assertThat(wrong.err()).contains("config.yaml:1:1", "credential-commands");
    }

    private Ended init(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 2];
        all[0] = "inventory";
        all[1] = "init";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return shakebook(all);
    }

    private Ended shakebook(String... arguments) throws Exception {
        return Shakebook.started(home).in(folder).run(arguments);
    }
}
