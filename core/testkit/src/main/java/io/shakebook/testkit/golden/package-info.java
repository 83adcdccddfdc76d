// SPDX-License-Identifier: Apache-2.0
/** Compares what is printed with a file beside the test. Knows nothing of what the text says. */
@NullMarked
package io.shakebook.testkit.golden;

import org.jspecify.annotations.NullMarked;
