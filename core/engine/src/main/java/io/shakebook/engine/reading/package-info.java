// SPDX-License-Identifier: Apache-2.0
/** Reads that many steps share, for a plan and for the first look of a run. Nothing here writes or waits. */
@NullMarked
package io.shakebook.engine.reading;

import org.jspecify.annotations.NullMarked;
