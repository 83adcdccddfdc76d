// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SampleDrift;
import io.shakebook.engine.drift.Drift;
import io.shakebook.testkit.golden.GoldenFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftReportTest {
    private static final String NEXT = "shakebook plan playbooks/link.yaml -i inventories/demo";

    @Test
    void noDriftIsShort() {
        GoldenFile.named("drift-none.txt").matches(text(SampleDrift.none(), Screen.plain()));
    }

    @Test
    void eachDifferenceSaysWhatItIsAndWhoMadeIt() {
        GoldenFile.named("drift-everything.txt").matches(text(SampleDrift.everything(), Screen.plain()));
    }

    @Test
    void whatCouldNotBeReadIsSaidAndTheRestIsShown() {
        GoldenFile.named("drift-partly.txt").matches(text(SampleDrift.partly(), Screen.plain()));
    }

    @Test
    void jsonHoldsTheSameForScripts() {
        GoldenFile.named("drift-everything.json").matches(DriftJson.text(SampleDrift.everything()));
        GoldenFile.named("drift-partly.json").matches(DriftJson.text(SampleDrift.partly()));
    }

    @Test
    void coloursAddNothingThatPlainTextDoesNotSay() {
        String coloured = text(SampleDrift.everything(), new Screen(100, true));
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isNotEqualTo(coloured)
                .isEqualTo(text(SampleDrift.everything(), Screen.plain()));
    }

    private static String text(Drift drift, Screen screen) {
        return new DriftReport(screen).text(drift, Optional.of(NEXT).filter(command -> drift.differs()));
    }
}
