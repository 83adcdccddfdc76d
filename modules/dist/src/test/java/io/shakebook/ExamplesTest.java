// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.DemoSite.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What modules show as examples can be planned and carried out, and is there afterwards. Finds new modules itself. */
@Execution(ExecutionMode.CONCURRENT)
class ExamplesTest {
    @TempDir
    Path folder;

    static List<ShownExample> examples() throws Exception {
        return ShownExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    @Execution(ExecutionMode.CONCURRENT)
    void anExampleIsPlannedCarriedOutAndThenChangesNothing(ShownExample example) throws Exception {
        try (DemoSite site = example.on(new DemoSite(folder)).serve()) {
            Result plan = site.shakebook("plan", example.name(), "--exit-code");
            assertThat(plan.code()).as(() -> plan.out() + plan.err()).isIn(0, 2);
            assertThat(plan.code() == 2 || !example.changes())
                    .as(() -> "changes nothing here, so it shows nothing: seed what it needs\n" + plan.out())
                    .isTrue();

            site.run(example.name()).exits(0);
            site.shakebook("plan", example.name(), "--exit-code").exits(0);
        }
    }

    @Test
    void everyModuleShowsHowItIsUsed() throws Exception {
        assertThat(ShownExamples.withoutAny())
                .as("without an Example in its spec")
                .isEmpty();
        assertThat(ShownExamples.folders())
                .isNotEmpty()
                .allSatisfy(module -> assertThat(Files.exists(module.resolve("example.yaml")))
                        .as(module + "/example.yaml")
                        .isTrue());
    }
}
