// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.scaledown;

import io.shakebook.spi.Measure;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.cause.Leaving;
import io.shakebook.spi.kube.Pod;
import java.util.List;

/** Judges the pods that a workload still has: it is stopped when they are gone, not when zero replicas are wanted. */
record PodsLeft(List<Pod> pods) {
    PodsLeft {
        pods = pods.stream().filter(pod -> !pod.ended()).toList();
    }

    Verdict judge(String workload, int allowed) {
        Measure measure = new Measure("pods", pods.size() + " of at most " + allowed);
        if (pods.size() <= allowed) {
            return Verdict.ready(
                    (pods.isEmpty() ? "no pod" : "pods " + pods.size()) + " of " + workload + " left", measure);
        }
        String named = Leaving.shown(pods);
        return Verdict.waiting("pods of " + workload + " still run: " + named, measure);
    }
}
