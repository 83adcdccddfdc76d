// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.ContentDigest;
import io.shakebook.engine.plan.PlannedOutput;
import io.shakebook.spi.Output;
import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutputPlannerTest {
    private static final FieldPath FILE = FieldPath.parse("data.a");

    /** What a module with one plain and two digested outputs says. */
    record Out(Output<String> name, Output<String> one, Output<String> several) {}

    private final Out out = new Out(
            Output.fixed("settings"),
            Output.digest(0, FILE),
            Output.joined(Output.fixed("v1-"), Output.joined(Output.digest(0, FILE))));

    @Test
    void aDigestThatNobodyRefersToIsNotMadeHoweverDeepItStands() {
        assertThat(planned(false).keySet()).isEqualTo(Set.of("name"));
    }

    @Test
    void allOutputsOfAStepThatOthersReferToAreKnown() {
        Map<String, PlannedOutput> planned = planned(true);

        assertThat(planned.keySet()).isEqualTo(Set.of("name", "one", "several"));
        assertThat(text(planned.get("several"))).isEqualTo("v1-" + text(planned.get("one")));
    }

    private static String text(PlannedOutput output) {
        return String.valueOf(((PlannedOutput.Known) output).value());
    }

    private Map<String, PlannedOutput> planned(boolean used) {
        Manifest live = Manifest.of(new ObjectRef(Kind.CONFIG_MAP, "ns", "settings"), Map.of("data", Map.of("a", "b")));
        PlannedChange unchanged = new PlannedChange(
                new Wanted.Present(live), Optional.empty(), Optional.of(live), Optional.of(live), Optional.empty());
        return new OutputPlanner(new ContentDigest(new ConfFormat())).plan(out, List.of(unchanged), "site", used);
    }
}
