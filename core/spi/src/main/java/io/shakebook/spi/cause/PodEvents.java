// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import io.shakebook.spi.ClusterView;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the cluster has reported of one pod, oldest first. Some causes stand nowhere else: a volume that cannot be
 * mounted, why an image cannot be pulled, what a probe got. Events are kept for an hour or so, and may be missing.
 */
record PodEvents(List<Manifest> events) {
    static final PodEvents NONE = new PodEvents(List.of());

    /** None if they cannot be read: they only make a reason more exact. */
    static PodEvents of(Manifest pod, ClusterView cluster) {
        try {
            return new PodEvents(cluster.list(Kind.EVENT, pod.ref().namespace(), Map.of()).stream()
                    .filter(event -> isAbout(event, pod))
                    .sorted(Comparator.comparing(PodEvents::time))
                    .toList());
        } catch (Unanswered e) {
            return NONE;
        }
    }

    /** Message of the newest event with one of these reasons, on one line. */
    Optional<String> newest(String... reasons) {
        List<String> wanted = List.of(reasons);
        return events.stream()
                .filter(event -> wanted.contains(event.text("reason")))
                .reduce((older, newer) -> newer)
                .map(event -> event.text("message").replaceAll("\\s+", " ").strip())
                .filter(message -> !message.isEmpty());
    }

    /** The same, if none that says that it is over was reported after it. */
    Optional<String> unlessOver(List<String> reasons, List<String> over) {
        String last = events.stream()
                .map(event -> event.text("reason"))
                .filter(reason -> reasons.contains(reason) || over.contains(reason))
                .reduce("", (older, newer) -> newer);
        return reasons.contains(last) ? newest(last) : Optional.empty();
    }

    private static boolean isAbout(Manifest event, Manifest pod) {
        String uid = event.text("involvedObject", "uid");
        boolean same = event.text("involvedObject", "kind").equals("Pod")
                && event.text("involvedObject", "name").equals(pod.ref().name());
        return same && (uid.isEmpty() || pod.uid().isEmpty() || uid.equals(pod.uid()));
    }

    /** The scheduler writes other fields than the kubelet. All are in UTC and of one form, so they sort as texts. */
    private static String time(Manifest event) {
        return Stream.of(
                        event.text("series", "lastObservedTime"),
                        event.text("lastTimestamp"),
                        event.text("eventTime"),
                        event.text("metadata", "creationTimestamp"))
                .filter(time -> !time.isEmpty())
                .findFirst()
                .orElse("");
    }
}
