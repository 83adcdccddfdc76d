// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.service;

import io.shakebook.spi.Measure;
import io.shakebook.spi.Verdict;
import io.shakebook.spi.cause.PodCauses;
import io.shakebook.spi.kube.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges the pods behind a selector. Names the classic mistakes: a selector that no pod has, a pod that is not ready,
 * more pods than there should be.
 *
 * @param expected exactly so many ready pods; empty for at least one
 */
record SelectorMatch(Map<String, String> selector, Optional<Integer> expected) {

    /** @param pods all pods of the namespace */
    Verdict judge(List<Pod> pods) {
        List<Pod> selected = pods.stream().filter(this::selects).toList();
        List<Pod> ready = selected.stream().filter(Pod::ready).toList();
        Measure measure = new Measure(
                "ready pods", ready.size() + expected.map(n -> " of " + n).orElse(""));
        if (selected.isEmpty()) {
            return Verdict.waiting("no pod has the labels " + shown(selector) + nearest(pods), measure);
        }
        int count = expected.orElse(Math.max(1, ready.size()));
        if (ready.size() > count) {
            return Verdict.waiting(
                    "the selector matches " + ready.size() + " ready pods where it should match " + count + ": "
                            + names(ready),
                    measure);
        }
        return ready.size() < count
                ? Verdict.waiting(tooFew(selected, ready.size(), count), measure)
                : Verdict.ready("ready pods behind it: " + names(ready), measure);
    }

    private boolean selects(Pod pod) {
        return !pod.ended() && pod.manifest().labels().entrySet().containsAll(selector.entrySet());
    }

    private static String tooFew(List<Pod> selected, int ready, int count) {
        String others = selected.stream()
                .filter(pod -> !pod.ready())
                .map(PodCauses::shown)
                .collect(Collectors.joining(", "));
        return ready + " of " + count + " pods behind it are ready" + (others.isEmpty() ? "" : ": " + others);
    }

    private String nearest(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> !pod.ended())
                .min(Comparator.comparingInt(pod -> missing(pod).size()))
                .filter(pod -> missing(pod).size() < selector.size())
                .map(pod -> "; the nearest, \"" + pod.name() + "\", lacks " + shown(missing(pod)))
                .orElse("");
    }

    private Map<String, String> missing(Pod pod) {
        Map<String, String> missing = new TreeMap<>(selector);
        missing.entrySet().removeAll(pod.manifest().labels().entrySet());
        return missing;
    }

    private static String names(List<Pod> pods) {
        return pods.stream().map(pod -> "\"" + pod.name() + "\"").collect(Collectors.joining(", "));
    }

    private static String shown(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(", "));
    }
}
