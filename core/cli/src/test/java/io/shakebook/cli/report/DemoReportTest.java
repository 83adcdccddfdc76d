// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.Demo;
import io.shakebook.cli.SamplePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoReportTest {
    private static final Path FOLDER = Path.of("/home/somebody/.local/state/shakebook/clusters/demo-e9704132/site-a");
    private static final List<Demo.State> SITES =
            List.of(new Demo.State("site-a", "http://127.0.0.1:41859", FOLDER, List.of("1 Pod")));

    @Test
    void aCommandThatIsLongerThanTheScreenCanStillBePasted() {
        assertThat(new DemoReport(new Screen(60, false)).serving(Path.of("/state/demo/kubeconfig"), SITES))
                .contains(
                        "try:  kubectl --kubeconfig '/state/demo/kubeconfig' \\\n        --context site-a get pods -A\n");
    }

    @Test
    void aLongPathHasALineOfItsOwn() {
        assertThat(new DemoReport(new Screen(70, false)).status(SITES)).contains("  state\n    " + FOLDER + "\n");
    }

    @Test
    void theQuestionForThePlanIsWrappedByWords() {
        assertThat(new QuestionReport(new Screen(40, false))
                        .plan(SamplePlan.first(), Optional.empty())
                        .lines())
                .allMatch(line -> line.length() <= 40);
    }
}
