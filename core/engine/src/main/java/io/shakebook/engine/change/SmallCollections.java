// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import io.shakebook.spi.Unanswered;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads all objects of a kind in a namespace at once, unless they are too many. Safe to use from several threads. */
public interface SmallCollections {

    /**
     * All of them, by name; empty if there are more than {@code most}, which one request finds out.
     *
     * @throws IllegalArgumentException for Secrets, which are only read by name
     * @throws Unanswered if the cluster gave no usable answer; a missing namespace is an empty list
     */
    Optional<List<Manifest>> atMost(int most, String cluster, Kind kind, String namespace) throws Unanswered;

    /** The same for somebody who waits only so long, from now on, for all of them together. */
    default SmallCollections within(Duration all) {
        return this;
    }
}
