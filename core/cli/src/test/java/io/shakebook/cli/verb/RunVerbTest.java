// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.cli.SamplePlan;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.graph.StepAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunVerbTest {
    private static final String[] RUN = {"run", "link.yaml", "-i", "demo"};
    private final FakeSession session = new FakeSession(SamplePlan.first());
    private final CommandLineHarness shakebook = new CommandLineHarness().planning(session);

    @Test
    void withoutATerminalAndWithoutYesNothingIsCarriedOut() {
        assertThat(shakebook.run(RUN)).isEqualTo(6);
        assertThat(session.ran).isEmpty();
        assertThat(shakebook.err()).contains("add --yes");
        assertThat(session.closed).isTrue();
    }

    @Test
    void theFirstLinesSayWhichQuestionsAreUnanswered() {
        shakebook.run(with("--yes", "--confirm", "link/start"));
        assertThat(shakebook.err().lines())
                .startsWith(
                        "This run meets 2 questions, 1 unanswered:",
                        "  answered     link/start                   A starting copier overwrites the keys of west.",
                        "  PAUSES HERE  link/start/move              Point the clients at west, then confirm.");
    }

    @Test
    void whatNobodyAnswersPausesAndNamesTheCommandThatGoesOn() {
        assertThat(shakebook.run(with("--yes", "-p", "note=it's late", "--confirm", "link/start=ticket 12")))
                .isEqualTo(7);
        assertThat(shakebook.out())
                .contains("Run r-1: ")
                .endsWith("go on:  shakebook resume r-1 --confirm link/start/move\n");
    }

    @Test
    void anAnswerThatTheRunDidNotComeToIsGivenAgainByTheCommandThatGoesOn() {
        assertThat(shakebook.run(with("--yes", "--confirm", "link/start/move=it's late")))
                .isEqualTo(7);
        assertThat(shakebook.out())
                .endsWith(
                        "go on:  shakebook resume r-1 --confirm 'link/start/move=it'\\''s late' --confirm link/start\n");
    }

    @Test
    void whoeverAnswersNoIsAskedAgainByTheCommandThatGoesOn() {
        session.open = List.of(StepAddress.parse("link/start/copier[0]"));
        assertThat(shakebook.onATerminal("yes\nno\n").run(RUN)).isEqualTo(7);
        assertThat(shakebook.out())
                .contains("Paused at link/start: you answered no.")
                .endsWith("go on:  shakebook resume r-1\n");
    }

    @Test
    void aNoAfterTheLastChangeIsAskedAgainToo() {
        assertThat(shakebook.onATerminal("yes\nyes\nno\n").run(RUN)).isEqualTo(7);
        assertThat(shakebook.out()).endsWith("go on:  shakebook resume r-1\n");
    }

    @Test
    void whatIsNotAskedIsSaidAndHowToSayThatItIsDone() {
        session.notAsked = List.of(StepAddress.parse("link/start/move"));
        assertThat(shakebook.run(with("--yes", "--confirm", "all"))).isZero();
        assertThat(shakebook.out())
                .contains("not asked, since nothing changes: link/start/move  Point the clients at west, then confirm.")
                .contains("1 not asked")
                .contains("once that is done:  shakebook run link.yaml");
    }

    @Test
    void reasonsOfTheCommandLineReachTheJournal() {
        int exit = shakebook.run(with("--yes", "--confirm", "all=ticket 12"));
        assertThat(exit).isZero();
        assertThat(session.ran)
                .containsExactly("--yes", "link/start --confirm ticket 12", "link/start/move --confirm ticket 12");
    }

    @Test
    void aLockThatIsHeldIsSaidWithTheCommandsForALivingAndForADeadRun() {
        session.locked = Optional.of(
                new RunEvent.Failure("locked", "another run holds the lock space/l on west", Map.of("run", "r-1")));
        assertThat(shakebook.run(with("--yes", "--confirm", "all"))).isEqualTo(5);
        assertThat(shakebook.err()).contains("error[locked]: another run holds the lock space/l on west");
        assertThat(shakebook.out())
                .endsWith(
                        "go on:  shakebook run link.yaml -i demo --yes --confirm all\n"
                                + "if that run is dead:  shakebook run link.yaml -i demo --yes --confirm all --take-over r-1\n");
        assertThat(session.taken).isEmpty();

        session.locked = Optional.empty();
        assertThat(shakebook.run(with("--yes", "--confirm", "all", "--take-over", "r-1")))
                .isZero();
        assertThat(session.taken).contains("r-1");
    }

    @Test
    void howMuchIsDoneAtOnceIsSaidOnceAndRepeatedByTheCommandThatGoesOn() {
        assertThat(shakebook.run(with("--parallel", "3"))).isEqualTo(6);
        assertThat(shakebook.out()).contains("go on:  shakebook run link.yaml -i demo --parallel 3 --yes\n");
        assertThat(shakebook.run(with("--yes", "--confirm", "link/start", "--parallel", "3")))
                .isEqualTo(7);
        assertThat(session.mandates)
                .singleElement()
                .satisfies(mandate -> assertThat(mandate.parallel()).contains(3));
        assertThat(shakebook.out()).endsWith("go on:  shakebook resume r-1 --parallel 3 --confirm link/start/move\n");
    }

    @Test
    void yesDoesNotAnswerConfirmations() {
        assertThat(shakebook.run(with("--yes"))).isEqualTo(7);
        assertThat(session.ran).containsExactly("--yes");
    }

    @Test
    void aPersonIsAskedForThePlanAndForEachQuestion() {
        assertThat(shakebook.onATerminal("yes\nyes\nyes we moved\n").run(RUN)).isZero();
        assertThat(session.ran).containsExactly("prompt", "link/start prompt ", "link/start/move prompt we moved");
    }

    @Test
    void anythingButYesRefusesThePlan() {
        assertThat(shakebook.onATerminal("y\n").run(RUN)).isEqualTo(6);
        assertThat(session.ran).isEmpty();
    }

    @Test
    void theEndOfTheInputIsNoYes() {
        assertThat(shakebook.onATerminal("").run(RUN)).isEqualTo(6);
        assertThat(shakebook.err()).contains("Type yes: \nerror[not-approved]");
    }

    @Test
    void aYesThatWasTypedBeforeThePlanWasShownApprovesNothing() {
        assertThat(shakebook.typingAhead("yes\n").run(RUN)).isEqualTo(6);
        assertThat(session.ran).isEmpty();
    }

    @Test
    void ctrlCAtThePlanEndsWith130AndNamesTheCommandThatAsksAgain() {
        assertThat(shakebook.interrupting().run(RUN)).isEqualTo(130);
        assertThat(session.ran).isEmpty();
        assertThat(shakebook.err()).contains("Type yes: \nerror[interrupted]");
        assertThat(shakebook.out()).endsWith("go on:  shakebook run link.yaml -i demo\n");
    }

    @Test
    void aPlanThatWasNotApprovedNamesTheCommandThatGoesOn() {
        assertThat(shakebook.run(with("--confirm", "link/start"))).isEqualTo(6);
        assertThat(shakebook.out()).endsWith("go on:  shakebook run link.yaml -i demo --confirm link/start --yes\n");
    }

    @Test
    void aPlanWithoutChangesAsksNothing() {
        FakeSession calm = new FakeSession(SamplePlan.nothing());
        assertThat(shakebook.planning(calm).run(RUN)).isZero();
        assertThat(calm.ran).containsExactly("nothing to change");
    }

    @Test
    void aPreviewIsShownAndNeverRun() {
        FakeSession dark = new FakeSession(SamplePlan.preview());
        assertThat(shakebook.planning(dark).run(with("--yes", "--quiet"))).isEqualTo(69);
        assertThat(shakebook.out()).contains("east cannot be reached");
        assertThat(shakebook.err()).contains("no answer from the cluster \"east\": connection refused");
        assertThat(dark.ran).isEmpty();
    }

    @Test
    void aPreviewIsNeverPrintedAsAPlanFile() {
        FakeSession dark = new FakeSession(SamplePlan.preview());
        assertThat(shakebook.planning(dark).run("plan", "x.yaml", "-i", "demo", "--format", "json"))
                .isEqualTo(69);
        assertThat(shakebook.out()).isEmpty();
        assertThat(shakebook.err())
                .contains("This is a preview of the rest")
                .contains("No plan file was printed and nothing was written.    exit 69");
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedIsAMistake() {
        assertThat(shakebook.run(with("--yes", "--confirm", "link/strat"))).isEqualTo(64);
        assertThat(shakebook.err()).contains("it asks: link/start, link/start/move");
        assertThat(session.ran).isEmpty();
    }

    @Test
    void forAnotherProgramEverythingThatIsForPeopleGoesToStderr() {
        assertThat(shakebook.run(with("--yes", "--confirm", "all", "--format", "json")))
                .isZero();
        assertThat(shakebook.out().lines()).allMatch(line -> line.startsWith("{\"at\":"));
        assertThat(shakebook.err()).contains("link/start/copier").contains("took 3 s");
    }

    @Test
    void whatIsNotWalkedIsNotAsked() {
        assertThat(shakebook.run(with("--yes", "--until", "link/gate"))).isZero();
        assertThat(shakebook.err()).doesNotContain("This run meets");
        assertThat(session.mandates.get(0).span().until()).contains("link/gate");
    }

    @Test
    void aPhaseThatThereIsNotNamesThoseThatThereAre() {
        assertThat(shakebook.run(with("--yes", "--until", "start"))).isEqualTo(64);
        assertThat(shakebook.err())
                .contains("there is no phase \"start\"; there are: ")
                .contains("link/start");
        assertThat(session.ran).isEmpty();
    }

    @Test
    void aRunCannotBeginBehindAChange() {
        assertThat(shakebook.run(with("--yes", "--confirm", "all", "--from", "link/start")))
                .isEqualTo(6);
        assertThat(shakebook.err())
                .contains("cannot begin at \"link/start\": \"link/expose/door[0]\" comes before it")
                .contains("--until link/expose");
        assertThat(session.ran).isEmpty();
    }

    private static String[] with(String... more) {
        String[] all = new String[RUN.length + more.length];
        System.arraycopy(RUN, 0, all, 0, RUN.length);
        System.arraycopy(more, 0, all, RUN.length, more.length);
        return all;
    }
}
