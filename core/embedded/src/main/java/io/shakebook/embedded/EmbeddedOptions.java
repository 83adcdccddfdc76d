// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How an embedded cluster behaves.
 *
 * @param name the cluster's name; its service addresses are derived from it, so that two clusters differ
 * @param readyAfter how long a pod takes to become ready, unless an annotation says otherwise
 * @param goneAfter how long a pod takes to go, unless an annotation says otherwise
 * @param clock for all timestamps and delays
 * @param random for uids, generated names, addresses and node ports; used by one thread at a time
 * @param pause how the process waits while another one is starting to serve the same folder
 */
public record EmbeddedOptions(
        String name,
        Duration readyAfter,
        Duration goneAfter,
        InstantSource clock,
        RandomGenerator random,
        Pause pause) {

    /** A way to wait. */
    @FunctionalInterface
    public interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    public EmbeddedOptions {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an embedded cluster needs a name");
        }
    }

    /** Pods take 600 ms to become ready and 400 ms to go. */
    public static EmbeddedOptions of(String name, InstantSource clock, RandomGenerator random, Pause pause) {
        return new EmbeddedOptions(name, Duration.ofMillis(600), Duration.ofMillis(400), clock, random, pause);
    }

    public EmbeddedOptions withDelays(Duration ready, Duration gone) {
        return new EmbeddedOptions(name, ready, gone, clock, random, pause);
    }

    /** The first two numbers of its service addresses: 10.96 to 10.159. */
    String servicePrefix() {
        return "10." + (96 + Math.floorMod(name.hashCode(), 64));
    }
}
