// SPDX-License-Identifier: Apache-2.0
/** Nodes and expressions to args records, and records to schemas. Knows no module by name. */
@NullMarked
package io.shakebook.engine.binding;

import org.jspecify.annotations.NullMarked;
