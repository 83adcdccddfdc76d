// SPDX-License-Identifier: Apache-2.0
/** The one place that sees everything: puts the parts together, and is where the process starts and ends. */
@NullMarked
package io.shakebook;

import org.jspecify.annotations.NullMarked;
