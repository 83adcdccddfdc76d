// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.engine.event.RunEvent;
import io.shakebook.engine.event.RunEvent.Outcome;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's process is told to stop while a step waits; what it had begun is finished, and the run goes on later. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
@Execution(ExecutionMode.CONCURRENT)
class SignalsE2eTest extends StuckStory {
    private static final String CONFIGS = "/api/v1/namespaces/redis-b/configmaps/";
    private static final String PODS = "/api/v1/namespaces/redis-b/pods";

    /** Writes a note, stops a shake whose pod does not go, and writes another note then. */
    private static final String PLAYBOOK = """
            playbook: redis-dr/stuck
            parameters:
              standby: { type: redis, default: redis-b }
            phases:
              - name: stop
                cluster: ${standby.cluster}
                namespace: ${standby.namespace}
                steps:
                  - name: before
                    configmap: { name: before, data: { a.txt: hello } }
                  - name: shake
                    needs: [before]
                    within: 200s
                    take: [spec.replicas]
                    scale-down: { workload: Deployment/stuck }
                  - name: after
                    needs: [shake]
                    configmap: { name: after, data: { a.txt: hello } }
            """;

    SignalsE2eTest() {
        super(PLAYBOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void oneSignalStartsNothingNewAndLetsFinishWhatWasBegun(String signal) throws Exception {
        LaunchedRun run = LaunchedRun.start(program(), site.file("state"), running());
        run.awaitSaying("still run").signal(signal);
        run.awaitSaying("Asked to stop: nothing new is started");
        letGo();
        assertThat(run.end()).as(run.said()).isEqualTo(130);
        assertThat(ended(run)).satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.INTERRUPTED);
            assertThat(end.summary().done()).hasSize(2);
            assertThat(end.summary().unknown()).isEmpty();
        });
        assertThat(run.said()).contains("resume " + run.id());
        goesOn(run);
    }

    @Test
    void theSecondSignalWaitsForNothing() throws Exception {
        LaunchedRun run = LaunchedRun.start(program(), site.file("state"), running());
        run.awaitSaying("still run").signal("TERM");
        run.awaitSaying("Asked to stop: nothing new is started").signal("TERM");
        assertThat(run.end()).as(run.said()).isEqualTo(130);
        assertThat(ended(run).summary().unknown()).hasSize(1);
        letGo();
        goesOn(run);
    }

    @Test
    void aTerminalThatIsClosedIsAsASignal() throws Exception {
        assumeThat(Shakebook.SCRIPT).as("a program that makes terminals").isExecutable();
        LaunchedRun run = LaunchedRun.start(program().inTerminal(), site.file("state"), running());
        run.awaitSaying("still run").kill(); // the terminal, not what runs in it
        SOON.get("a run that was told to stop", () -> events(run), SignalsE2eTest::interrupted);
        letGo();
        SOON.get("the end", () -> events(run), events -> events.get(events.size() - 1) instanceof RunEvent.RunEnded);
        assertThat(ended(run).outcome()).isEqualTo(Outcome.INTERRUPTED);
        goesOn(run);
    }

    @Test
    void aReaderWhoGoesAwayIsNoReasonToStop() throws Exception {
        letGo();
        Process run = program().piped(running());
        run.getInputStream().close();
        run.getErrorStream().close();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isZero();
        site.api("site-b").get(CONFIGS + "after").is(200);
    }

    private void goesOn(LaunchedRun run) throws Exception {
        site.api("site-b").get(CONFIGS + "after").is(404);
        SOON.get(
                "a run that is over",
                () -> site.command("runs", "list"),
                result -> !result.out().contains("running"));
        Ended ended = program().run("resume", run.id());
        assertThat(ended.exit()).as(ended.toString()).isZero();
        site.api("site-b").get(CONFIGS + "after").is(200);
        assertThat(AuditedWrites.below(folder).done())
                .filteredOn(write -> !write.contains(PODS)) // the pod that this test lets go, if it was still there
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    /** The pod goes at last. */
    private void letGo() {
        site.api("site-b")
                .patch(
                        "application/merge-patch+json",
                        STUCK,
                        "{metadata: {annotations: {'embedded.shakebook.io/gone-after': '1ms'}}}")
                .is(200);
        site.api("site-b").get(PODS).names().stream()
                .filter(pod -> pod.startsWith("stuck"))
                .forEach(pod -> site.api("site-b").delete(PODS + "/" + pod + "?gracePeriodSeconds=0"));
    }

    private static boolean interrupted(List<RunEvent> events) {
        return events.stream().anyMatch(RunEvent.Interrupted.class::isInstance);
    }

    private static List<RunEvent> events(LaunchedRun run) {
        try {
            return run.events();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static RunEvent.RunEnded ended(LaunchedRun run) {
        List<RunEvent> events = events(run);
        return (RunEvent.RunEnded) events.get(events.size() - 1);
    }
}
