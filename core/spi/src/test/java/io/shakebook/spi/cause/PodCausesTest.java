// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import io.shakebook.spi.kube.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods as kubelets and schedulers write them, and what is said of each. */
class PodCausesTest {
    private static final String IMAGE = "ghcr.io/tair-opensource/redisshake:v9";
    private static final ObjectRef REF = new ObjectRef(Kind.POD, "redis-b", "shake-1");
    private static final Map<String, Object> WAS_RUNNING =
            Map.of("terminated", Map.of("exitCode", 2, "reason", "Error", "startedAt", "2026-11-22T21:00:00Z"));

    static Stream<Arguments> statuses() {
        return Stream.of(
                heals(
                        "no room on any node",
                        scheduled("Unschedulable", "0/3 nodes are available: 3 Insufficient memory."),
                        "no node takes the pod: 0/3 nodes are available: 3 Insufficient memory."),
                heals(
                        "a scheduling gate",
                        scheduled("SchedulingGated", "Scheduling is blocked due to non-empty scheduling gates"),
                        "pod \"shake-1\" is held back: Scheduling is blocked due to non-empty scheduling gates"),
                heals("not looked at yet", Map.of("phase", "Pending"), STARTING),
                heals("being made", waiting("ContainerCreating", ""), STARTING),
                heals(
                        "a volume that is not there",
                        waiting("ContainerCreating", ""),
                        "pod \"shake-1\" cannot be started: MountVolume.SetUp failed for volume \"config\" :"
                                + " configmap \"redis-sync-0\" not found",
                        "Scheduled",
                        "Successfully assigned redis-b/shake-1 to node-1",
                        "FailedMount",
                        "MountVolume.SetUp failed for volume \"config\" : configmap \"redis-sync-0\" not found"),
                heals(
                        "a volume that came",
                        waiting("ContainerCreating", ""),
                        STARTING,
                        "FailedMount",
                        "MountVolume.SetUp failed for volume \"config\" : secret \"x\" not found",
                        "Pulling",
                        "Pulling image"),
                heals(
                        "a sandbox that cannot be made",
                        waiting("ContainerCreating", ""),
                        "pod \"shake-1\" cannot be started: Failed to create pod sandbox: plugin type=\"calico\" failed",
                        "FailedCreatePodSandBox",
                        "Failed to create pod sandbox: plugin type=\"calico\" failed"),
                heals(
                        "an image that is not there",
                        waiting(
                                "ErrImagePull",
                                "rpc error: code = NotFound desc = failed to pull and unpack image: not found"),
                        "image \"" + IMAGE + "\" cannot be pulled: rpc error: code = NotFound desc = failed to pull and"
                                + " unpack image: not found"),
                heals(
                        "an image that is waited for, since Kubernetes 1.31",
                        waiting("ImagePullBackOff", "Back-off pulling image \"x\": ErrImagePull: unauthorized"),
                        "image \"" + IMAGE
                                + "\" cannot be pulled: Back-off pulling image \"x\": ErrImagePull: unauthorized"),
                heals(
                        "an image that is waited for, before",
                        waiting("ImagePullBackOff", "Back-off pulling image \"x\""),
                        "image \"" + IMAGE + "\" cannot be pulled: Failed to pull image \"x\": rpc error: unauthorized",
                        "Failed",
                        "Failed to pull image \"x\": rpc error: unauthorized",
                        "BackOff",
                        "Back-off pulling image \"x\""),
                never(
                        "no name of an image",
                        waiting("InvalidImageName", "couldn't parse image name \"Red:Is\": invalid reference format"),
                        "image \"" + IMAGE + "\" is no name of an image: couldn't parse image name \"Red:Is\": invalid"
                                + " reference format"),
                never(
                        "an image that must be there already",
                        waiting("ErrImageNeverPull", "Container image \"x\" is not present with pull policy of Never"),
                        "image \"" + IMAGE + "\" is not on the node, and must not be pulled: Container image \"x\" is not"
                                + " present with pull policy of Never"),
                heals(
                        "a Secret that is not there",
                        waiting("CreateContainerConfigError", "secret \"redis-a-auth\" not found"),
                        "container cannot start, CreateContainerConfigError: secret \"redis-a-auth\" not found"),
                heals(
                        "a key that is not there",
                        waiting("CreateContainerConfigError", "couldn't find key port in ConfigMap redis-b/x"),
                        "container cannot start, CreateContainerConfigError: couldn't find key port in ConfigMap redis-b/x"),
                heals(
                        "a program that crashes",
                        crashed(3, WAS_RUNNING),
                        "container restarted 3 times, exit code 2; last log line: \"dial tcp: connection refused\""),
                heals(
                        "a program that has ended just now",
                        container(0, WAS_RUNNING, Map.of()),
                        "container ended, exit code 2; last log line: \"dial tcp: connection refused\""),
                heals(
                        "too little memory",
                        crashed(1, Map.of("terminated", Map.of("exitCode", 137, "reason", "OOMKilled"))),
                        "container restarted once, exit code 137 (OOMKilled: it used more memory than its limit allows);"
                                + " last log line: \"dial tcp: connection refused\""),
                never(
                        "a program that the image does not have",
                        container(
                                0,
                                Map.of(
                                        "waiting",
                                        Map.of(
                                                "reason",
                                                "RunContainerError",
                                                "message",
                                                "exec: \"shake\": executable file not found in $PATH: unknown")),
                                Map.of()),
                        "container cannot start, RunContainerError: exec: \"shake\": executable file not found in $PATH:"
                                + " unknown"),
                never(
                        "the same, a moment later",
                        crashed(
                                2,
                                Map.of(
                                        "terminated",
                                        Map.of(
                                                "exitCode",
                                                128,
                                                "reason",
                                                "StartError",
                                                "message",
                                                "exec: \"shake\": executable file not found in $PATH"))),
                        "container restarted 2 times, exit code 128 (StartError: exec: \"shake\": executable file not found"
                                + " in $PATH); last log line: \"dial tcp: connection refused\""),
                heals(
                        "a readiness probe that fails",
                        container(0, Map.of("running", Map.of("startedAt", "2026-11-22T21:00:00Z")), Map.of()),
                        "pod \"shake-1\" is not ready: Readiness probe failed: dial tcp 10.1.2.3:6379: refused",
                        "Unhealthy",
                        "Readiness probe failed:\n dial tcp 10.1.2.3:6379: refused"),
                heals(
                        "no probe, not ready",
                        container(0, Map.of("running", Map.of()), Map.of()),
                        "pod \"shake-1\" is not ready"),
                heals(
                        "an init container that fails",
                        Map.of(
                                "phase",
                                "Pending",
                                "initContainerStatuses",
                                List.of(status("init", 1, Map.of("waiting", CRASH), WAS_RUNNING)),
                                "containerStatuses",
                                List.of(status("shake", 0, Map.of("waiting", Map.of("reason", "PodInitializing")), Map.of()))),
                        "container restarted once, exit code 2; last log line: \"dial tcp: connection refused\""),
                heals(
                        "evicted",
                        Map.of("phase", "Failed", "reason", "Evicted", "message", "The node was low on resource: memory."),
                        "pod \"shake-1\" ended: Evicted The node was low on resource: memory."));
    }

    private static final String STARTING =
            "pod \"shake-1\" is being started: its image is pulled, its files are mounted";
    private static final Map<String, Object> CRASH =
            Map.of("reason", "CrashLoopBackOff", "message", "back-off 40s restarting failed container=shake pod=shake-1");

    @ParameterizedTest(name = "{0}")
    @MethodSource("statuses")
    void isSaid(String what, Map<String, Object> status, boolean heals, String words, List<String> events) {
        assertThat(PodCauses.of(pod(status), new Cluster(events))).contains(new Cause(words, heals));
    }

    @Test
    void aPodThatIsReadyHasNoCause() {
        Pod ready = pod(Map.of("phase", "Running", "conditions", List.of(Map.of("type", "Ready", "status", "True"))));
        assertThat(PodCauses.of(ready)).isEmpty();
        assertThat(PodCauses.shown(ready)).isEqualTo("\"shake-1\"");
    }

    @Test
    void withoutEventsAndLogsTheWordsAreOnlyLessExact() {
        assertThat(PodCauses.of(pod(crashed(3, WAS_RUNNING))).orElseThrow().words())
                .isEqualTo("container restarted 3 times, exit code 2");
        assertThat(PodCauses.of(pod(crashed(3, WAS_RUNNING)), new Dark()).orElseThrow().words())
                .isEqualTo("container restarted 3 times, exit code 2");
        assertThat(PodCauses.shown(pod(crashed(3, WAS_RUNNING))))
                .isEqualTo("\"shake-1\": container restarted 3 times, exit code 2");
        assertThat(PodCauses.of(pod(waiting("ContainerCreating", "")), new Dark()).orElseThrow().words())
                .isEqualTo(STARTING);
    }

    @Test
    void aPodThatGoesSaysWhereItIsHowLongItHasAndWhoHoldsIt() {
        Pod going = new Pod(Manifest.of(
                REF,
                Map.of(
                        "metadata",
                        Map.of(
                                "deletionTimestamp",
                                "2026-11-22T21:00:30Z",
                                "deletionGracePeriodSeconds",
                                30,
                                "finalizers",
                                List.of("example.com/keep")),
                        "spec",
                        Map.of("nodeName", "node-1"))));
        String shown = "\"shake-1\" (terminating, on node \"node-1\", given 30 s until 21:00:30 UTC,"
                + " held by finalizer example.com/keep)";
        assertThat(Leaving.shown(going)).isEqualTo(shown);
        assertThat(PodCauses.of(going)).contains(new Cause("pod " + shown, true));
    }

    private static Arguments heals(String what, Map<String, Object> status, String words, String... events) {
        return Arguments.of(what, status, true, words, List.of(events));
    }

    private static Arguments never(String what, Map<String, Object> status, String words) {
        return Arguments.of(what, status, false, words, List.of());
    }

    private static Map<String, Object> scheduled(String reason, String message) {
        Map<String, Object> condition =
                Map.of("type", "PodScheduled", "status", "False", "reason", reason, "message", message);
        return Map.of("phase", "Pending", "conditions", List.of(condition));
    }

    private static Map<String, Object> waiting(String reason, String message) {
        return container(0, Map.of("waiting", Map.of("reason", reason, "message", message)), Map.of());
    }

    private static Map<String, Object> crashed(int restarts, Map<String, Object> last) {
        return container(restarts, Map.of("waiting", CRASH), last);
    }

    private static Map<String, Object> container(int restarts, Map<String, Object> state, Map<String, Object> last) {
        return Map.of("phase", "Running", "containerStatuses", List.of(status("shake", restarts, state, last)));
    }

    private static Map<String, Object> status(
            String name, int restarts, Map<String, Object> state, Map<String, Object> last) {
        return Map.of("name", name, "restartCount", restarts, "state", state, "lastState", last, "ready", false);
    }

    private static Pod pod(Map<String, Object> status) {
        Map<String, Object> container = Map.of("name", "shake", "image", IMAGE);
        return new Pod(Manifest.of(REF, Map.of("spec", Map.of("containers", List.of(container)), "status", status)));
    }

    /** Has these events of the pod, reason and message in turn, after one of another pod; and one line of log. */
    private record Cluster(List<String> reported) implements ClusterView {
        @Override
        public String name() {
            return "site-b";
        }

        @Override
        public Optional<Manifest> get(ObjectRef ref) {
            return Optional.empty();
        }

        @Override
        public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) {
            List<Manifest> events = new ArrayList<>();
            events.add(event("shake-2", "FailedMount", "of another pod", 59));
            for (int at = 0; at < reported.size(); at += 2) {
                events.add(0, event("shake-1", reported.get(at), reported.get(at + 1), at));
            }
            return events;
        }

        @Override
        public List<String> lastLogLines(ObjectRef pod, String container, int lines) {
            return List.of("starting", "dial tcp: connection refused");
        }

        private static Manifest event(String pod, String reason, String message, int second) {
            Map<String, Object> rest = new LinkedHashMap<>();
            rest.put("involvedObject", Map.of("kind", "Pod", "name", pod));
            rest.put("reason", reason);
            rest.put("message", message);
            String time = "2026-11-22T21:00:" + (10 + second) + "Z";
            rest.put(second % 4 == 0 ? "lastTimestamp" : "eventTime", time);
            return Manifest.of(new ObjectRef(Kind.EVENT, "redis-b", pod + "." + second), rest);
        }
    }

    /** Forbids events and logs. */
    private record Dark() implements ClusterView {
        @Override
        public String name() {
            return "site-b";
        }

        @Override
        public Optional<Manifest> get(ObjectRef ref) throws Unanswered {
            throw new Unanswered("site-b", "forbidden");
        }

        @Override
        public List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered {
            throw new Unanswered("site-b", "forbidden");
        }

        @Override
        public List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered {
            throw new Unanswered("site-b", "forbidden");
        }
    }
}
