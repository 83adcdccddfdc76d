// SPDX-License-Identifier: Apache-2.0
/** Parses, types and evaluates expressions. Knows no playbook and no cluster. */
@NullMarked
package io.shakebook.engine.expression;

import org.jspecify.annotations.NullMarked;
