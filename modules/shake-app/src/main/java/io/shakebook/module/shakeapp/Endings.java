// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.shakeapp;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.cause.ContainerState;
import io.shakebook.spi.cause.LastWords;
import io.shakebook.spi.cause.PodCauses;
import io.shakebook.spi.kube.Pod;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What it means that a RedisShake has ended: it ends at the first error, and each start copies everything anew. While it
 * is down it may still come up; once it runs again, what was counted stays counted, so waiting is of no use.
 */
record Endings(int allowed) {
    /** How RedisShake 3 refuses its configuration, before it contacts anything. */
    private static final Pattern REFUSED = Pattern.compile("toml: |missing field|unknown (source|target) type");

    private static final Set<String> BEFORE_START = Set.of("", "ContainerCreating", "PodInitializing");

    /** Empty if it did not end, or not too often. */
    Optional<Verdict> verdict(Pod pod, ClusterView cluster) {
        ContainerState container = ContainerState.named(pod.manifest(), ShakeDeployment.CONTAINER);
        boolean tooOften = container.restarts() > allowed;
        boolean down = container.exitCode().isPresent() && !container.running();
        if (pod.terminating() || !(tooOften || down)) {
            return Optional.empty();
        }
        LastWords log = LastWords.of(pod, container.name(), cluster);
        String ended = PodCauses.ended(container, log);
        if (log.line().filter(line -> REFUSED.matcher(line).find()).isPresent()) {
            return Optional.of(Verdict.failed("RedisShake refuses its configuration: " + ended));
        }
        return container.running()
                ? Optional.of(Verdict.failed(ended + "; it runs again, and copies anew from the start: delete pod \""
                        + pod.name() + "\" to begin without a restart, or allow restarts"))
                : PodCauses.of(pod, cluster).map(cause -> cause.verdict());
    }

    /** Whether its container has not been started yet. */
    boolean beforeItsStart(Pod pod) {
        ContainerState container = ContainerState.named(pod.manifest(), ShakeDeployment.CONTAINER);
        boolean placed = !pod.manifest().text("spec", "nodeName").isEmpty()
                || !container.status().map("state").isEmpty();
        return placed && !container.running() && BEFORE_START.contains(container.waitingReason());
    }
}
