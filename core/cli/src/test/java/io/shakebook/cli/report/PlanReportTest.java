// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SamplePlan;
import io.shakebook.engine.plan.Plan;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanReportTest {
    private static final String NEXT = "shakebook run playbooks/link.yaml -i inventories/demo";

    @Test
    void aFirstPlanShowsWhatWillHappenAndWhatIsNotKnownYet() {
        GoldenFile.named("plan-first.txt").matches(text(SamplePlan.first(), Screen.plain()));
    }

    @Test
    void dangerComesFirstAndIsRepeatedLast() {
        GoldenFile.named("plan-changes.txt").matches(text(SamplePlan.changes(), Screen.plain()));
    }

    @Test
    void theTextOfAQuestionStandsAtItsStepAndInTheListOnlyWhere() {
        String text = text(SamplePlan.first(), Screen.plain());
        assertThat(text).containsOnlyOnce("Point the clients at west");
        assertThat(text).contains("The run will ask at: link/start, link/start/move\n");
    }

    @Test
    void aPlanWithoutChangesSaysSo() {
        GoldenFile.named("plan-nothing.txt").matches(text(SamplePlan.nothing(), Screen.plain()));
    }

    @Test
    void aPlanThatTheClusterOverrulesDoesNotSayThatAllIsWell() {
        Plan plan = SamplePlan.nothing("overruled: the cluster makes it something else, see the warning");
        assertThat(text(plan, Screen.plain()))
                .contains("copier[0]", "is not as the playbook says: the cluster makes it something else")
                .contains(
                        "Nothing that a write would change, but 1 step is not as the playbook says: see the warnings.")
                .doesNotContain("everything is as it should be");
        assertThat(text(SamplePlan.nothing("ready: 1 pod"), Screen.plain())).contains("everything is as it should be");
    }

    @Test
    void aNarrowScreenStaysReadable() {
        String text = text(SamplePlan.first(), new Screen(60, false));
        GoldenFile.named("plan-first-narrow.txt").matches(text);
        assertThat(text.lines().filter(line -> !line.startsWith("next:"))).allMatch(line -> line.length() <= 60);
    }

    @Test
    void aPreviewHasNoDigestAndNamesWhatCannotBeReached() {
        String text = new PlanReport(Screen.plain()).text(SamplePlan.preview(), Optional.empty(), Optional.empty());
        GoldenFile.named("plan-preview.txt").matches(text);
        assertThat(text).contains("east (embedded, no answer)").doesNotContain("Way back");
    }

    @Test
    void controlCharactersOfNamesNeverReachTheTerminal() {
        String text = new PlanReport(Screen.plain()).text(SamplePlan.preview(), Optional.empty(), Optional.empty());
        assertThat(text).doesNotContain("\u001b").contains("\\x1b");
    }

    @Test
    void coloursAddNothingThatPlainTextDoesNotSay() {
        String coloured = text(SamplePlan.changes(), new Screen(100, true));
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(SamplePlan.changes(), Screen.plain()));
    }

    private static String text(Plan plan, Screen screen) {
        return new PlanReport(screen).text(plan, Optional.of("sha256:6b1e04d2"), Optional.of(NEXT));
    }
}
