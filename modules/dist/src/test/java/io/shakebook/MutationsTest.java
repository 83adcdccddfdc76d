// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is done to a live object shows as exactly that, is put right by a run, and then nothing is left to do. To be
 * quick, three are done at once, each to the objects of another shard.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class MutationsTest {
    private static final int SHARDS = 3;

    private DemoSite site;

    @BeforeAll
    void sync(@TempDir Path folder) throws Exception {
        site = new DemoSite(folder).serve();
        site.run("sync").exits(0);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waves")
    @Execution(ExecutionMode.SAME_THREAD)
    void isShownAsExactlyThatAndRepaired(List<Mutation> mutations) {
        mutations.forEach(mutation -> mutation.apply(site));

        List<String> shown = mutations.stream()
                .flatMap(mutation -> mutation.shown().stream())
                .toList();
        DemoSite.Result planned = site.shakebook("plan", "sync", "--exit-code", "--format", "json");
        DemoSite.Result repaired = site.run("sync");
        assertThat(PlanLines.of(planned.exits(shown.isEmpty() ? 0 : 2).out()))
                .containsExactlyInAnyOrderElementsOf(shown);
        repaired.exits(0);
        site.shakebook("plan", "sync", "--exit-code").exits(0);
    }

    static Stream<List<Mutation>> waves() {
        List<Mutation> together = Mutations.all().filter(row -> !row.alone()).toList();
        List<List<Mutation>> waves = new ArrayList<>();
        Mutations.all().filter(Mutation::alone).forEach(row -> waves.add(List.of(row)));
        for (int first = 0; first < together.size(); first += SHARDS) {
            List<Mutation> wave = new ArrayList<>();
            for (int i = first; i < Math.min(first + SHARDS, together.size()); i++) {
                wave.add(together.get(i).on(i - first));
            }
            waves.add(wave);
        }
        return waves.stream();
    }
}
