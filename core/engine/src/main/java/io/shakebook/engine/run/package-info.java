// SPDX-License-Identifier: Apache-2.0
/** From plan to events: walks the graph, writes what was reviewed, waits until it is there. */
@NullMarked
package io.shakebook.engine.run;

import org.jspecify.annotations.NullMarked;
