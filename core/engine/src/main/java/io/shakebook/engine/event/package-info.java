// SPDX-License-Identifier: Apache-2.0
/** Everything observable of a run, and the journal that keeps it. */
@NullMarked
package io.shakebook.engine.event;

import org.jspecify.annotations.NullMarked;
