// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SamplePlan;
import io.shakebook.engine.plan.Made;
import io.shakebook.engine.plan.Plan;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

    private static String text(Plan approved, Plan now) {
        return PlanDifference.sinceApproval(Screen.plain(), approved, "sha256:6b1e04d2", now);
    }

    @Test
    void whatIsGoneOrNewOrOfOtherValuesIsNamed() {
        GoldenFile.named("plan-difference.txt").matches(text(SamplePlan.changes(), SamplePlan.later()));
    }

    @Test
    void theSamePlanDiffersInNothing() {
        assertThat(text(SamplePlan.first(), SamplePlan.first())).contains("nothing that is written differs");
    }

    @Test
    void anotherRevisionParameterOrModuleIsNamed() {
        Plan plan = SamplePlan.first();
        Made made = plan.made();
        Made other = new Made(
                "shakebook 0.2.0",
                new Made.Playbook("link", "playbooks/link.yaml", "git:1111111"),
                made.inventory(),
                Map.of("pair", new Made.Parameter("other", "inventory")),
                made.clusters(),
                made.access(),
                made.secrets(),
                Map.of("service", "0.2.0"));
        String text = text(plan, new Plan(other, plan.facts(), plan.phases(), plan.steps(), plan.seen()));
        assertThat(List.of(text.split("\n")))
                .anyMatch(line -> line.matches("  ~ playbook +git:7f3c2a9 -> git:1111111"))
                .anyMatch(line -> line.matches("  ~ parameter pair +shop -> other"))
                .anyMatch(line -> line.matches("  ~ module service +0\\.1\\.0 -> 0\\.2\\.0"))
                .anyMatch(line -> line.matches("  ~ tool +shakebook 0\\.1\\.0 -> shakebook 0\\.2\\.0"));
    }
}
