// SPDX-License-Identifier: Apache-2.0
package io.shakebook.module.redis;

import java.util.Map;
import java.util.Optional;

/**
 * A master that a Redis should have, whether it was found or not.
 *
 * @param key the shard's ordinal
 * @param suffix what names of things of this shard end with: {@code -0}; empty if there is one master only
 * @param pod name of its pod; empty if it is not known beforehand which pod is the master and none was found
 * @param selector labels that lead to its pod alone
 */
record Master(String key, String suffix, Optional<String> pod, Map<String, String> selector) {}
