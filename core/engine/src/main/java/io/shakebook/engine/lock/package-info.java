// SPDX-License-Identifier: Apache-2.0
/**
 * One run at a time per thing: Leases, who holds them, and the fence after one was taken from somebody. Knows plans and
 * events, and nothing of how a plan is carried out.
 */
@NullMarked
package io.shakebook.engine.lock;

import org.jspecify.annotations.NullMarked;
