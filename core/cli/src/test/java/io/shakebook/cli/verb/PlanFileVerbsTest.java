// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.PlanRequest;
import io.shakebook.cli.SamplePlan;
import io.shakebook.engine.event.RunEvent.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans are kept, shown and carried out later; who approves names the digest. */
class PlanFileVerbsTest {
    private static final String[] OUT = {"plan", "link.yaml", "-i", "demo", "--out", "my.plan"};
    private final FakeSession session = new FakeSession(SamplePlan.first());
    private final FakePlanFiles files = new FakePlanFiles(session);
    private final CommandLineHarness shakebook =
            new CommandLineHarness().planning(session).keeping(files);

    private int run(String... arguments) {
        return shakebook.run(arguments);
    }

    @Test
    void aPlanIsKeptAndPrintedAndTheNextCommandAppliesIt() {
        assertThat(run(OUT)).isZero();
        assertThat(files.texts).containsEntry("my.plan", "{}\n");
        assertThat(shakebook.out()).contains("Approving covers").endsWith("next:  shakebook apply my.plan\n");
    }

    @Test
    void quietlyOnlyItsDigestIsPrinted() {
        assertThat(run("plan", "link.yaml", "-i", "demo", "--out", "my.plan", "-q", "--exit-code"))
                .isEqualTo(2);
        assertThat(shakebook.out()).isEqualTo(FakeSession.DIGEST + "\n");
    }

    @Test
    void aPreviewIsNotKept() {
        shakebook.planning(new FakeSession(SamplePlan.preview()));
        assertThat(run(OUT)).isEqualTo(69);
        assertThat(files.texts).isEmpty();
        assertThat(shakebook.err()).contains("A preview is not kept in \"my.plan\"; nothing was written");
    }

    @Test
    void whatWasKeptIsShownInEachFormat() {
        assertThat(run("show", "my.plan")).isZero();
        assertThat(shakebook.out()).contains("Plan ").endsWith("next:  shakebook apply my.plan\n");
        assertThat(run("show", "my.plan", "--format", "json")).isZero();
        assertThat(shakebook.out()).endsWith("{}\n");
        assertThat(run("show", "my.plan", "--format", "markdown")).isZero();
        assertThat(shakebook.out()).contains("### Plan").endsWith("next: `shakebook apply my.plan`\n");
    }

    @Test
    void theQuestionSaysDangersAndDigestLast() {
        assertThat(shakebook.onATerminal("no\n").run("apply", "my.plan")).isEqualTo(6);
        assertThat(shakebook.err())
                .containsSubsequence(
                        "! link/start  point of no return",
                        "to create",
                        "Way back",
                        "Approving covers",
                        "Digest " + FakeSession.DIGEST,
                        "Type yes: ");
        assertThat(shakebook.out()).doesNotContain("Digest ");
        assertThat(session.ran).isEmpty();
    }

    @Test
    void exactlyThePlanWithThisDigestIsCarriedOut() {
        String digits = FakeSession.DIGEST.substring("sha256:".length());
        for (String given : new String[] {FakeSession.DIGEST, digits, digits.substring(0, 12), digits.toUpperCase()}) {
            session.ran.clear();
            assertThat(run("apply", "my.plan", "--approve-digest", given, "--confirm", "all"))
                    .isZero();
            assertThat(session.ran).startsWith("--approve-digest");
        }
    }

    @Test
    void anotherDigestCarriesOutNothingEvenWithYesAndBothAreSaid() {
        String other = "sha256:" + "6b1e04d3".repeat(8);
        for (String[] command : new String[][] {{"apply", "my.plan"}, {"run", "link.yaml", "-i", "demo"}}) {
            String[] all = Stream.concat(Arrays.stream(command), Stream.of("--yes", "--approve-digest", other))
                    .toArray(String[]::new);
            assertThat(run(all)).isEqualTo(6);
            assertThat(shakebook.err().replaceAll("\\s+", " ")).contains(FakeSession.DIGEST, "approved was " + other);
        }
        assertThat(session.ran).isEmpty();
    }

    @Test
    void tooFewDigitsAreRefusedBeforeAnythingIsRead() {
        for (String given : new String[] {"6b1e04d26b1", "", "sha256:", "sha256:nothex123456", "6b1e04d2".repeat(9)}) {
            assertThat(run("apply", "my.plan", "--approve-digest", given)).isEqualTo(64);
        }
        assertThat(shakebook.err()).contains("--approve-digest takes at least 12 hexadecimal digits of a digest");
        assertThat(session.ran).isEmpty();
    }

    @Test
    void aPlanThatIsMadeAgainIsShownAgainstTheApprovedOneAndYesDoesNotApproveIt() {
        FakeSession now = new FakeSession(SamplePlan.changes(), "sha256:" + "0123456789ab".repeat(5) + "0123");
        shakebook.planning(now);
        assertThat(run("apply", "my.plan", "--replan", "--yes")).isEqualTo(6);
        assertThat(shakebook.err())
                .contains("The plan is made again, from the playbook \"playbooks/link.yaml\"", "inventories/demo")
                .contains("add --approve-digest sha256:0123456789ab");
        assertThat(shakebook.out())
                .contains("Against the approved plan " + FakeSession.DIGEST, "is not needed any more")
                .contains("go on:  shakebook apply my.plan --replan --approve-digest sha256:0123456789ab");
        assertThat(now.requests)
                .containsExactly(new PlanRequest("playbooks/link.yaml", "inventories/demo", Map.of("batch", "9")));
        assertThat(now.ran).isEmpty();

        assertThat(run("apply", "my.plan", "--replan", "--approve-digest", "0123456789ab", "--confirm", "all"))
                .isZero();
        assertThat(now.ran).startsWith("--approve-digest");
        assertThat(session.ran).isEmpty();
    }

    @Test
    void thePlanThatIsStillTheApprovedOneNeedsNoOtherYes() {
        assertThat(run("apply", "my.plan", "--replan", "--yes", "--confirm", "all"))
                .isZero();
        assertThat(shakebook.out()).contains("nothing that is written differs");
        assertThat(session.ran).startsWith("--yes");
    }

    @Test
    void aStalePlanNamesTheCommandThatShowsWhatDiffers() {
        session.outcome = Outcome.STALE;
        assertThat(run("apply", "my.plan", "--yes", "--confirm", "all")).isEqualTo(4);
        assertThat(shakebook.out())
                .endsWith("to go on from what is there:  shakebook apply my.plan --replan --confirm all\n");
    }

    @Test
    void whatIsOtherHereThanWhereThePlanWasMadeIsSaid() {
        session.remarks = List.of("the module \"service\" is 0.2.0 here, and the plan was made with 0.1.0");
        assertThat(run("apply", "my.plan", "--yes", "--confirm", "all")).isZero();
        assertThat(shakebook.err()).startsWith("note: the module \"service\" is 0.2.0 here");
    }
}
