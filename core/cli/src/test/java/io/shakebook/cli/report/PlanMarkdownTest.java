// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SamplePlan;
import io.shakebook.engine.plan.Plan;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanMarkdownTest {

    private static String text(Plan plan, int longest) {
        return new PlanMarkdown(longest)
                .text(plan, Optional.of("sha256:6b1e04d2"), Optional.of("shakebook apply my.plan"));
    }

    @Test
    void aFirstPlanIsFoldedUpStepByStep() {
        GoldenFile.named("plan-first.md").matches(text(SamplePlan.first(), PlanMarkdown.LONGEST_COMMENT));
    }

    @Test
    void dangerComesFirstAndIsRepeatedLast() {
        String text = text(SamplePlan.changes(), PlanMarkdown.LONGEST_COMMENT);
        GoldenFile.named("plan-changes.md").matches(text);
        String danger = "- :warning: ";
        assertThat(text.indexOf(danger)).isLessThan(text.indexOf("<details>"));
        assertThat(text.lastIndexOf(danger)).isGreaterThan(text.lastIndexOf("</details>"));
    }

    @Test
    void aPreviewSaysThatItCannotBeRun() {
        String text = new PlanMarkdown(PlanMarkdown.LONGEST_COMMENT)
                .text(SamplePlan.preview(), Optional.empty(), Optional.empty());
        assertThat(text).contains("this is a preview of the rest").doesNotContain("Digest", "Approving covers");
    }

    @ParameterizedTest
    @ValueSource(ints = {3000, 4000, 5000, 6000, 8000})
    void nothingIsLongerThanAskedAndWhatIsLeftOutIsCounted(int longest) {
        String whole = text(SamplePlan.first(), PlanMarkdown.LONGEST_COMMENT);
        String text = text(SamplePlan.first(), longest);
        assertThat(text.length()).isLessThanOrEqualTo(longest);
        assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
        assertThat(text).endsWith("next: `shakebook apply my.plan`\n");
        if (whole.length() > longest) {
            assertThat(text).containsPattern("\\*\\*[0-9]+ steps? (is|are) not shown");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"plain|`plain`", "a`b|``a`b``", "`b|`` `b ``", "@team #1|`@team #1`", "a``b`|``` a``b` ```"})
    void foreignTextWithinALineIsCode(String foreign, String shown) {
        assertThat(Code.inline(foreign)).isEqualTo(shown);
    }

    @Test
    void noFenceEndsEarlyAndNoElementBegins() {
        assertThat(Code.fenced("text", "a\n````\nb\n")).isEqualTo("`````text\na\n````\nb\n`````\n");
        assertThat(Code.html("<b>&`*_")).isEqualTo("<code>&lt;b&gt;&amp;&#96;&#42;&#95;</code>");
    }
}
