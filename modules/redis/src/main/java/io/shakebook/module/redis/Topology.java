// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

/** How a Redis is set up. */
public enum Topology {
    /** Several shards, each with a leader of its own. */
    CLUSTER,
    /** One master, chosen by sentinels. */
    SENTINEL,
    /** One server. */
    STANDALONE
}
