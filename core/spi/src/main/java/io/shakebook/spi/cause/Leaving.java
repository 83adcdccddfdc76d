// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi.cause;

import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names pods that should be gone, with what one must know when they do not go: where they run, how long they were given,
 * and who holds them. A pod whose time is over and that is still there is often on a node that is down.
 */
public final class Leaving {
    private Leaving() {}

    public static String shown(Collection<Pod> pods) {
        return pods.stream().map(Leaving::shown).collect(Collectors.joining(", "));
    }

    /** {@code "shake-1" (terminating, on node "n1", given 30 s until 21:00:30 UTC, held by finalizer x/y)}. */
    public static String shown(Pod pod) {
        String name = "\"" + pod.name() + "\"";
        Manifest manifest = pod.manifest();
        List<String> facts = new ArrayList<>();
        if (pod.terminating()) {
            facts.add("terminating");
        }
        if (!manifest.text("spec", "nodeName").isEmpty()) {
            facts.add("on node \"" + manifest.text("spec", "nodeName") + "\"");
        }
        if (pod.terminating()) {
            manifest.number("metadata", "deletionGracePeriodSeconds")
                    .ifPresent(grace -> facts.add("given " + grace + " s until " + time(manifest)));
        }
        if (pod.terminating() && !pod.finalizers().isEmpty()) {
            facts.add("held by finalizer " + String.join(", ", pod.finalizers()));
        }
        return facts.isEmpty() ? name : name + " (" + String.join(", ", facts) + ")";
    }

    /** Kubernetes sets the deletion time to the end of the grace period. */
    private static String time(Manifest manifest) {
        String end = manifest.text("metadata", "deletionTimestamp");
        return end.matches(".*T\\d\\d:\\d\\d:\\d\\d.*Z") ? end.substring(end.indexOf('T') + 1, end.indexOf('T') + 9) + " UTC" : end;
    }
}
