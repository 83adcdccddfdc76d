// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.Shakebook.Ended;
import io.shakebook.testkit.apiserver.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs at the same time, as processes of their own: told to stop, and killed. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class LockE2eTest extends StuckStory {
    private static final Pattern STEP_WAITS = Pattern.compile("wait +stop/shake +pods of .* still run");
    private static final Pattern RUN = Pattern.compile("r-\\d{8}-\\d{4}-\\w{4}");
    private static final String LEASE = "/apis/coordination.k8s.io/v1/namespaces/redis-b/leases/shakebook-redis-b";

    /** Writes a note, and then stops a shake whose pod does not go. */
    private static final String PLAYBOOK = """
            playbook: redis-dr/stuck
            parameters:
              standby: { type: redis, default: redis-b }
            phases:
              - name: stop
                cluster: ${standby.cluster}
                namespace: ${standby.namespace}
                steps:
                  - name: note
                    configmap:
                      name: note
                      data: { a.txt: hello }
                  - name: shake
                    within: 200s
                    take: [spec.replicas]
                    scale-down:
                      workload: Deployment/stuck
            """;

    private final List<Process> started = new ArrayList<>();

    LockE2eTest() {
        super(PLAYBOOK);
    }

    @AfterEach
    void end() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    /** A run that waits. */
    private record Waiting(Process process, Path out, String run) {
        String said() {
            return read(out);
        }

        void signal(String name) throws Exception {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private Waiting waiting(String... more) throws Exception {
        Path out = Files.createTempFile(folder, "out", "");
        Process process = program().start(out, out, running(more));
        started.add(process);
        String said = SOON.get(
                "a run that waits",
                () -> read(out),
                text -> STEP_WAITS.matcher(text).find());
        Matcher run = RUN.matcher(said.substring(said.indexOf("run  ")));
        assertThat(run.find()).as(said).isTrue();
        return new Waiting(process, out, run.group());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String holder() {
        return site.api("site-b").get(LEASE).is(200).value("/spec/holderIdentity");
    }

    private String fence() {
        return site.api("site-b").get(STUCK).value("/metadata/annotations/shakebook.io~1fence");
    }

    private Ended second(String... more) throws Exception {
        site.api("site-b").delete("/api/v1/namespaces/redis-b/configmaps/note"); // so that there is something to do
        return program().run(running(more));
    }

    @Test
    void ofTwoRunsAtOnceOneIsRefusedAndNamesTheOtherWhichGivesTheLockBackWhenItIsToldToStop() throws Exception {
        Waiting first = waiting();
        assertThat(holder()).endsWith(" " + first.run());

        Ended second = second();
        assertThat(second.exit()).as(second.toString()).isEqualTo(5);
        assertThat(second.err().replaceAll("\\s+", " "))
                .contains("another run holds the lock redis-b/shakebook-redis-b on site-b", "run " + first.run());

        first.signal("INT");
        SOON.get("what is waited for", first::said, said -> said.contains("Asked to stop: nothing new is started"));
        first.signal("INT");
        assertThat(first.process().waitFor(60, TimeUnit.SECONDS))
                .as(first.said())
                .isTrue();
        assertThat(first.process().exitValue()).as(first.said()).isEqualTo(130);
        assertThat(holder()).isEmpty();
    }

    @Test
    void theLockOfAKilledRunIsTakenOverAndItsPlanSaysWhatIsTouched() throws Exception {
        Waiting first = waiting();
        first.signal("KILL");
        first.process().waitFor();
        assertThat(holder()).as("nobody gave it back").endsWith(" " + first.run());

        Ended second = second();
        assertThat(second.exit()).as(second.toString()).isEqualTo(5);
        assertThat(second.out())
                .containsPattern("if that run is dead:  .* resume r-\\S+ --take-over " + first.run() + "\n");

        Waiting third = waiting("--take-over", first.run());
        assertThat(holder()).endsWith(" " + third.run());
        assertThat(third.said())
                .contains("taken from run " + first.run(), "1 object touched")
                .doesNotContain("its plan is not kept here");
        assertThat(fence()).isEqualTo("1");
    }

    @Test
    void theLockOfAKilledRunIsTakenOnceItExpiredWithoutThatAnybodySaysSo() throws Exception {
        Waiting first = waiting();
        first.signal("KILL");
        first.process().waitFor();
        site.api("site-b") // as it looks when its time is over, and with less of it to be watched
                .patch(
                        ApiClient.MERGE_PATCH,
                        LEASE,
                        "{spec: {leaseDurationSeconds: 1, renewTime: '2026-11-22T21:01:00.000000Z'}}")
                .is(200);

        site.api("site-b").delete("/api/v1/namespaces/redis-b/configmaps/note"); // so that there is something to do
        Waiting second = waiting();
        assertThat(holder()).endsWith(" " + second.run());
        assertThat(second.said())
                .contains("held by run " + first.run())
                .containsPattern("and expired, as our clock says; watched for [01]\\.\\d s")
                .contains("taken from run " + first.run(), "; it had expired", "1 object touched")
                .contains("missing, so that it could still make them if it is only paused: ConfigMap redis-b/note");
        assertThat(fence()).isEqualTo("1");
    }

    @Test
    void aPausedRunThatLostItsLockWritesNothingWhenItGoesOn() throws Exception {
        Waiting first = waiting();
        first.signal("STOP");
        site.playbook("stuck", PLAYBOOK.replace("hello", "goodbye"));

        Waiting second = waiting("--take-over", first.run());
        first.signal("CONT");

        assertThat(first.process().waitFor(60, TimeUnit.SECONDS))
                .as(first.said())
                .isTrue();
        assertThat(first.process().exitValue()).as(first.said()).isEqualTo(3);
        assertThat(first.said()).contains("LOST", "it is held by run " + second.run(), "Nothing further is written");
        assertThat(site.api("site-b")
                        .get("/api/v1/namespaces/redis-b/configmaps/note")
                        .value("/data/a.txt"))
                .isEqualTo("goodbye");
        assertThat(holder()).endsWith(" " + second.run());
    }
}
