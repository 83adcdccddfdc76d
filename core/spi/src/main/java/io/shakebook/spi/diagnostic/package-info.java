// SPDX-License-Identifier: Apache-2.0
/** A mistake or a warning for the person who wrote a file: where it is, what is wrong, what to do. */
@NullMarked
package io.shakebook.spi.diagnostic;

import org.jspecify.annotations.NullMarked;
