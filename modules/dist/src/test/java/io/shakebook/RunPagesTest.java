// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.report.Answers;
import io.shakebook.cli.report.Console;
import io.shakebook.cli.report.Terminal;
import io.shakebook.testkit.golden.GoldenFile;
import io.shakebook.wiring.Machine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is printed of runs that are kept, whole: one that is done and one that waits for an answer. */
@Timeout(60) // its clock stands still, so no deadline ends a wait
class RunPagesTest extends DemoStory {
    private static final Instant FIRST = Instant.parse("2026-11-22T21:01:00Z");
    private static final String PLAYBOOK = """
            playbook: redis-dr/pages
            parameters:
              standby: { type: redis, default: redis-b }
            phases:
              - name: write
                cluster: ${standby.cluster}
                namespace: ${standby.namespace}
                steps:
                  - name: note
                    configmap: { name: note, data: { a.txt: one } }
                  - name: sure
                    needs: [note]
                    confirm: "Is the door to be opened?"
                  - name: door
                    needs: [sure]
                    service:
                      name: door
                      type: ClusterIP
                      port: 6379
                      selector: ${standby.master-selector}
            """;

    private final SecureRandom random = random();
    private Instant now = FIRST;

    @Test
    void areTheSameForTheSameRuns() throws Exception {
        site.serve().playbook("pages", PLAYBOOK);
        says(7, "run", "--yes");
        says(0, "resume", "last", "--confirm", "all=ticket 12");
        now = FIRST.plus(Duration.ofDays(1));
        site.playbook("pages", PLAYBOOK.replace("one", "two").replace("6379", "6380"));
        says(7, "run", "--yes");

        GoldenFile.named("runs-list.txt").matches(says(0, "runs", "list"));
        GoldenFile.named("runs-list.json").matches(says(0, "runs", "list", "--format", "json"));
        GoldenFile.named("runs-show.txt").matches(says(0, "runs", "show", "last"));
        GoldenFile.named("runs-show.md").matches(says(0, "runs", "show", "last", "--format", "markdown"));
        String done = says(0, "runs", "list")
                .lines()
                .filter(line -> line.contains("done"))
                .findFirst()
                .orElseThrow();
        GoldenFile.named("runs-show-done.md")
                .matches(says(0, "runs", "show", done.split(" ")[0], "--format", "markdown"));
        GoldenFile.named("runs-prune.txt").matches(says(0, "runs", "prune", "--keep", "0"));
    }

    private String says(int code, String verb, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(out, true, UTF_8),
                Terminal.NONE,
                false,
                () -> 200, // wide enough for the path of any temporary folder
                new Answers(new ByteArrayInputStream(new byte[0])));
        String[] named = verb.equals("run")
                ? new String[] {
                    site.file("playbooks/redis-dr/pages.yaml").toString(),
                    "-i",
                    site.file("demo").toString()
                }
                : new String[0];
        String[] arguments =
                Stream.of(new String[] {verb}, named, more).flatMap(Stream::of).toArray(String[]::new);
        assertThat(new Wiring(console, this::machine).verbs().run(arguments))
                .as(() -> out.toString(UTF_8))
                .isEqualTo(code);
        return withoutChance(out.toString(UTF_8));
    }

    /** What the server, the sites' uids and whoever runs this test decide; columns stay where they are. */
    private String withoutChance(String text) {
        return text.replace(folder.toString(), "/home/li")
                .replaceAll("sha256:[0-9a-f]{64}", "sha256:" + "0".repeat(64))
                .replaceAll("sha256:[0-9a-f]{12}\\b", "sha256:" + "0".repeat(12))
                .replaceAll("\\b10\\.\\d+\\.\\d+\\.\\d+", "10.96.0.1")
                .replaceAll("by \\S+ \\(--confirm\\)", "by li@ops-1 (--confirm)")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "00000000-0000-0000-0000-000000000000");
    }

    private static SecureRandom random() {
        try {
            SecureRandom seeded = SecureRandom.getInstance("SHA1PRNG");
            seeded.setSeed(1);
            return seeded;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Machine machine() {
        return new Machine(
                Map.of("XDG_STATE_HOME", site.file("state").toString()),
                folder,
                folder,
                Optional.empty(),
                Clock.fixed(now, ZoneOffset.UTC),
                random,
                "test",
                "li@ops-1");
    }
}
