// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.Verdict;
import io.shakebook.spi.kube.Conditions;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.Pod;
import java.util.Optional;

/**
 * Why the pod of a shake is not up. Most causes can heal: the source may come, the image may be pushed.
 *
 * @param lastWords what the container wrote last; used only if it ended
 * @param missing what the pod cannot mount, in words; a pod itself says so in an event only
 */
record PodTrouble(Manifest pod, PinnedImage image, int restartsAllowed, LastWords lastWords, Optional<String> missing) {

    /** Empty if the pod is ready and did not restart. */
    Optional<Verdict> verdict() {
        Conditions conditions = Conditions.of(pod);
        ShakeContainer container = new ShakeContainer(pod);
        if (conditions.field("PodScheduled", "status").equals("False")) {
            return waiting("no node takes the pod: " + conditions.field("PodScheduled", "message"));
        }
        if (container.restarts() > restartsAllowed || (container.exitCode().isPresent() && !container.running())) {
            return lastWords.refusesConfiguration()
                    ? Optional.of(Verdict.failed("RedisShake refuses its configuration: " + ended(container)))
                    : waiting(ended(container));
        }
        if (new Pod(pod).ready()) {
            return Optional.empty();
        }
        return container.running()
                ? waiting("pod \"" + name() + "\" is not ready yet")
                : Optional.of(missing.map(Verdict::waiting).orElseGet(() -> notStarted(container)));
    }

    private Verdict notStarted(ShakeContainer container) {
        String why = container.waitingMessage().isEmpty() ? "" : ": " + container.waitingMessage();
        return switch (container.waitingReason()) {
            case "InvalidImageName" -> Verdict.failed("\"" + image + "\" is no name of an image" + why);
            case "ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "RegistryUnavailable" ->
                Verdict.waiting("image \"" + image + "\" cannot be pulled" + why);
            case "", "ContainerCreating", "PodInitializing" ->
                Verdict.waiting("pod \"" + name() + "\" is being started: its image is pulled, its files are mounted");
            default -> Verdict.waiting("container cannot start, " + container.waitingReason() + why);
        };
    }

    private String ended(ShakeContainer container) {
        int restarts = container.restarts();
        String times = restarts == 0 ? "ended" : "restarted " + (restarts == 1 ? "once" : restarts + " times");
        String code = container.exitCode().map(exit -> ", exit code " + exit).orElse("");
        String log = lastWords
                .line()
                .map(line -> "; last log line: \"" + line + "\"")
                .orElse("");
        String now = container.running() ? "; it runs again, and copies anew from the start" : "";
        return "container " + times + code + log + now;
    }

    private String name() {
        return pod.ref().name();
    }

    private static Optional<Verdict> waiting(String reason) {
        return Optional.of(Verdict.waiting(reason));
    }
}
