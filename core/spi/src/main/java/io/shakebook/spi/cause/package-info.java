// SPDX-License-Identifier: Apache-2.0
/**
 * Why a pod or a workload is not as it should be, read from what a cluster says of it, for the reasons of verdicts. Knows
 * no module; a module decides what it waits for.
 */
@NullMarked
package io.shakebook.spi.cause;

import org.jspecify.annotations.NullMarked;
