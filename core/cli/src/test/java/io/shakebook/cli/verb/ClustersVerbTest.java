// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.ClusterState;
import io.shakebook.cli.ClusterState.Dark;
import io.shakebook.cli.ClusterState.Lit;
import io.shakebook.cli.report.ClustersReport;
import io.shakebook.cli.report.Screen;
import io.shakebook.testkit.golden.GoldenFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClustersVerbTest {
    private static final ClusterState LIT = new ClusterState(
            "site-a",
            "context admin@prod-a at https://10.0.1.1:6443",
            new Lit(
                    "v1.36.3",
                    "6f2a6c1e-8c0d-4a52-9d5e-1f7d0f1c2b3a",
                    "li@example.com",
                    Duration.ofMillis(12),
                    List.of("identity: 6f2a6c1e-8c0d-4a52-9d5e-1f7d0f1c2b3a")));
    private static final ClusterState HIDDEN = new ClusterState(
            "rehearsal", "embedded", new Lit("v1.36.0", "", "x\u001b[2J", Duration.ofMillis(3), List.of()));
    private static final ClusterState DARK = new ClusterState(
            "site-b",
            "context admin@prod-b at https://10.0.2.1:6443",
            new Dark("no connection in time to https://10.0.2.1:6443"));

    private final CommandLineHarness shakebook = new CommandLineHarness();

    @Test
    void aLineForEachAndZeroIfAllAnswer() {
        shakebook.surveying(inventory -> List.of(LIT, HIDDEN));
        assertThat(shakebook.run("clusters", "-i", "demo")).isZero();
        GoldenFile.named("clusters.txt").matches(shakebook.out());
    }

    @Test
    void aDarkOneIsNamedAndEndsWith69() {
        shakebook.surveying(inventory -> List.of(LIT, DARK));
        assertThat(shakebook.run("clusters", "-i", "demo")).isEqualTo(69);
        GoldenFile.named("clusters-dark.txt").matches(shakebook.out());
    }

    @Test
    void whereThereIsNoRoomEachGetsABlock() {
        GoldenFile.named("clusters-narrow.txt")
                .matches(new ClustersReport(new Screen(50, false)).text(List.of(LIT, DARK)));
    }

    @Test
    void programsGetTheSame() {
        shakebook.surveying(inventory -> List.of(LIT, DARK));
        assertThat(shakebook.run("clusters", "-i", "demo", "--format", "json")).isEqualTo(69);
        GoldenFile.named("clusters.json").matches(shakebook.out());
    }

    @Test
    void anInventoryMayHaveNone() {
        assertThat(shakebook.run("clusters", "-i", "demo")).isZero();
        assertThat(shakebook.out()).isEqualTo("This inventory has no clusters.\n");
    }
}
