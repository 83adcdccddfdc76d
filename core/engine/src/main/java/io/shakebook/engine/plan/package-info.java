// SPDX-License-Identifier: Apache-2.0
/** What is reviewed and applied, the same bytes: data, its file form and its outputs. Decides nothing, asks nobody. */
@NullMarked
package io.shakebook.engine.plan;

import org.jspecify.annotations.NullMarked;
