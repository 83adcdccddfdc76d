// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A cluster that answered.
 *
 * @param version as the server writes it: {@code v1.36.3}; empty if it does not say
 * @param identity uid of kube-system; empty if we may not read it
 * @param who our user name as the server sees us, else what lets us in
 * @param latency of one short answer on an open line
 */
public record Sight(String version, String identity, String who, Duration latency) {
    public Sight {
        requireNonNull(version, "version");
        requireNonNull(identity, "identity");
        requireNonNull(who, "who");
        requireNonNull(latency, "latency");
    }
}
