// SPDX-License-Identifier: Apache-2.0
/** A directed graph that cannot have a cycle. Knows nothing of playbooks. */
@NullMarked
package io.shakebook.engine.graph;

import org.jspecify.annotations.NullMarked;
