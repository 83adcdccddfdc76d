// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many steps of a run are worked on at once, as its events tell. */
@Execution(ExecutionMode.CONCURRENT)
class AtOnceTest {
    private static final Set<String> FREE = Set.of("step-waiting", "step-staying", "step-ready");

    @TempDir
    Path folder;

    @Test
    void oneStepAfterTheOtherBeginsWhereTheRunIsToldSoAndWaitsDoNotCount() throws Exception {
        try (DemoSite site = new DemoSite(folder).serve()) {
            DemoSite.Result run = site.shakebook(
                            "run", "sync", "--yes", "--confirm", "all", "--parallel", "1", "--format", "json")
                    .exits(0);
            Set<String> atWork = new HashSet<>();
            int started = 0;
            for (String line : run.out().lines().toList()) {
                JsonNode event = new JsonMapper().readTree(line);
                String kind = event.at("/event").asString();
                String step = event.at("/step").asString("");
                if (kind.equals("step-started")) {
                    assertThat(atWork).as("worked on when " + step + " begins").isEmpty();
                    atWork.add(step);
                    started++;
                } else if (FREE.contains(kind)) {
                    atWork.remove(step);
                }
            }
            assertThat(started).isGreaterThan(9);
        }
    }
}
