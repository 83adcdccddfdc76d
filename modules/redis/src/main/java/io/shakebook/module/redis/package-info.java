// SPDX-License-Identifier: Apache-2.0
/**
 * What Shakebook knows of Redis: the inventory types "redis" and "redis-pair", look-ups and gates. Its evidence is pods,
 * labels and Services; Redis itself is not asked here.
 */
@NullMarked
package io.shakebook.module.redis;

import org.jspecify.annotations.NullMarked;
