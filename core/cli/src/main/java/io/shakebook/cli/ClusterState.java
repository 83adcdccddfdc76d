// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * A cluster of an inventory, as it was found.
 *
 * @param about how it is reached: {@code embedded}, {@code context prod at https://…}
 */
public record ClusterState(String name, String about, Found found) {

    /** Whether it answered. */
    public sealed interface Found {}

    /**
     * It answered.
     *
     * @param version as the server writes it; empty if it does not say
     * @param identity uid of the namespace kube-system; empty if we may not read it
     * @param who our user name as the server sees us, else what lets us in
     * @param latency of one short answer on an open line
     * @param unpinned lines that would tie the name to this very cluster and are not in the inventory
     */
    public record Lit(String version, String identity, String who, Duration latency, List<String> unpinned)
            implements Found {
        public Lit {
            requireNonNull(version, "version");
            requireNonNull(identity, "identity");
            requireNonNull(who, "who");
            requireNonNull(latency, "latency");
            unpinned = List.copyOf(unpinned);
        }
    }

    /** It gave no usable answer, or may not be used. */
    public record Dark(String why) implements Found {
        public Dark {
            requireNonNull(why, "why");
        }
    }

    public ClusterState {
        requireNonNull(name, "name");
        requireNonNull(about, "about");
        requireNonNull(found, "found");
    }

    public boolean dark() {
        return found instanceof Dark;
    }
}
