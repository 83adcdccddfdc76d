// SPDX-License-Identifier: Apache-2.0
/** What is reviewed and applied, the same bytes: data only, no worker, no port. */
@NullMarked
package io.shakebook.engine.plan;

import org.jspecify.annotations.NullMarked;
