// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two plans of the same inputs and the same state are the same bytes but for the time of planning. Each is made by a
 * process of its own, since much of what could differ is chosen when a process starts.
 */
@Execution(ExecutionMode.CONCURRENT)
class PlanBytesE2eTest {
    private static final int PROCESSES = 3;
    private static final Pattern TIME = Pattern.compile("\"at\": \"\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z\"");

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @BeforeEach
    void copyWithoutHolds() throws Exception {
        new DemoSite(folder).close();
    }

    @Test
    void processesAgreeOnEveryByteOfWhatIsNewAndOfWhatChanges() throws Exception {
        same("sync");
        Ended run = shakebook("run", "playbooks/redis-dr/sync.yaml", "-i", "demo", "--yes", "--confirm", "all");
        assertThat(run.exit()).as(run.toString()).isZero();
        same("sync");
        same("sync", "-p", "config-kind=Secret", "-p", "filter=on");
        same("failover");
        same("recovery");
    }

    private void same(String playbook, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "plan", "playbooks/redis-dr/" + playbook + ".yaml", "-i", "demo", "--out", "my.plan", "--quiet"));
        arguments.addAll(List.of(more));
        String first = "";
        for (int process = 0; process < PROCESSES; process++) {
            Ended plan = shakebook(arguments.toArray(String[]::new));
            assertThat(plan.exit()).as(plan.toString()).isZero();
            String bytes = Files.readString(folder.resolve("my.plan"));
            assertThat(PlanSchema.problems(bytes)).isEmpty();
            assertThat(TIME.matcher(bytes).results()).hasSize(1);
            String timeless = TIME.matcher(bytes).replaceFirst("");
            assertThat(timeless).isEqualTo(first.isEmpty() ? timeless : first);
            first = timeless;
        }
    }

    private Ended shakebook(String... arguments) throws Exception {
        return Shakebook.started(home).in(folder).run(arguments);
    }
}
