// SPDX-License-Identifier: Apache-2.0
/** Repositories that git itself makes. Knows nothing of what lies in them. */
@NullMarked
package io.shakebook.testkit.git;

import org.jspecify.annotations.NullMarked;
